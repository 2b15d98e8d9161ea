import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";

const address = z.strictObject({ email: z.email(), name: z.string().optional() });
/** Parameters are refused in a type, but for a calendar's method. */
const attachmentType = z.string().regex(/^[\w.+-]+\/[\w.+-]+$|^text\/calendar; ?method=[A-Z]+$/);
const setting = z.strictObject({ enable: z.boolean(), enable_text: z.boolean().optional() });

/** What SendGrid's `POST /v3/mail/send` takes, as far as Cadre uses it; anything else is refused. */
const mailSend = z.strictObject({
  personalizations: z
    .array(
      z.strictObject({
        to: z.array(address).min(1),
        subject: z.string().min(1).optional(),
        custom_args: z.record(z.string(), z.string()).optional(),
      }),
    )
    .min(1)
    .max(1000),
  from: address,
  subject: z.string().min(1),
  content: z.tuple([
    z.strictObject({ type: z.literal("text/plain"), value: z.string().min(1) }),
    z.strictObject({ type: z.literal("text/html"), value: z.string().min(1) }),
  ]),
  attachments: z
    .array(
      z.strictObject({
        content: z.base64().min(1),
        filename: z.string().min(1),
        type: attachmentType,
        disposition: z.enum(["attachment", "inline"]),
      }),
    )
    .min(1)
    .optional(),
  custom_args: z.record(z.string(), z.string()).optional(),
  tracking_settings: z.strictObject({ click_tracking: setting, open_tracking: setting }).optional(),
});

export type SentMail = z.infer<typeof mailSend>;

interface Answer {
  readonly status: number;
  readonly errors?: readonly string[];
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Plays the remote end of SendGrid's API: checks address, key, content type and shape as the real one does, answers
 * 202 with an X-Message-Id, and keeps what it accepted. `fail(n)` answers the next request with that status instead.
 */
export async function startMailService(key: string) {
  const accepted: SentMail[] = [];
  const next: number[] = [];
  let asked = 0;
  const answerTo = async (request: IncomingMessage): Promise<Answer> => {
    const body = await bodyOf(request);
    if (request.method !== "POST" || request.url !== "/v3/mail/send") return { status: 404 };
    if (request.headers.authorization !== `Bearer ${key}`) {
      return { status: 401, errors: ["The provided authorization grant is invalid, expired, or revoked"] };
    }
    if (!request.headers["content-type"]?.startsWith("application/json")) return { status: 415 };
    const failure = next.shift();
    if (failure) return { status: failure, errors: ["Told to fail"] };
    const mail = mailSend.safeParse(body);
    if (!mail.success) return { status: 400, errors: mail.error.issues.map((issue) => issue.path.join(".")) };
    accepted.push(mail.data);
    return { status: 202 };
  };
  const server = createServer(async (request, response) => {
    asked += 1;
    const { status, errors = [] } = await answerTo(request);
    if (status === 202) return response.writeHead(202, { "x-message-id": `message-${asked}` }).end();
    const problems = { errors: errors.map((message) => ({ message, field: null, help: null })) };
    return response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(problems));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port }: AddressInfo = z
    .object({ port: z.number(), family: z.string(), address: z.string() })
    .parse(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    accepted,
    requests: () => asked,
    fail: (status: number) => void next.push(status),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
