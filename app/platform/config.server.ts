import { z } from "zod";

const environment = z
  .object({
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
    /** "production" is a real deployment: no demo sign-ins, no outbox page, mail must be able to leave. */
    CADRE_ENV: z.enum(["development", "production"]).default("development"),
    /** Signs sessions and e-mailed links; 32 characters or more. */
    CADRE_SECRET: z.string().min(32),
    /** The address people reach Cadre at; links in mail begin with it. */
    CADRE_URL: z.url().default("http://localhost:3000"),
    SENDGRID_API_KEY: z.string().min(1).optional(),
    /** Where SendGrid's API answers; tests play its remote end. */
    SENDGRID_HOST: z.url().default("https://api.sendgrid.com"),
    MAIL_FROM: z.email().default("cadre@example.org"),
    DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
    LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
    /** Documents are kept in this bucket of an S3-compatible store instead of the database. */
    S3_BUCKET: z.string().min(3).optional(),
    S3_ENDPOINT: z.url().optional(),
    S3_REGION: z.string().min(1).default("us-east-1"),
    S3_ACCESS_KEY_ID: z.string().min(1).optional(),
    S3_SECRET_ACCESS_KEY: z.string().min(1).optional(),
  })
  .superRefine((given, context) => {
    if (given.S3_BUCKET === undefined) return;
    for (const name of ["S3_ENDPOINT", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const) {
      if (given[name] === undefined)
        context.addIssue({ code: "custom", path: [name], message: "is needed where S3_BUCKET is set" });
    }
  });

export type Config = z.infer<typeof environment>;

let parsed: Config | undefined;

/** The environment, checked once; everything that is wrong with it is told together. */
export function config(): Config {
  if (parsed) return parsed;
  const result = environment.safeParse(process.env);
  if (!result.success) {
    const wrong = result.error.issues
      .map((issue) => `  ${issue.path.join(".")}: ${issue.message}`)
      .join("\n");
    throw new Error(`The environment is not fit to run Cadre:\n${wrong}`);
  }
  parsed = result.data;
  return parsed;
}

/** Whether this is a real deployment, where nothing made for the demo may exist. */
export const isProduction = () => config().CADRE_ENV === "production";
