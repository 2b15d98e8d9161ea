import { AsyncLocalStorage } from "node:async_hooks";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { emailOTP, magicLink } from "better-auth/plugins";
import { config } from "#app/platform/config.server.ts";
import { database } from "#app/platform/database.server.ts";

/** Minutes for which an e-mailed link or code serves. */
export const SIGN_IN_MINUTES = 15;
const SESSION_DAYS = 7;

/** What better-auth would have us send; caught here, so that link and code leave in one message of our own. */
const caught = new AsyncLocalStorage<{ token?: string; code?: string }>();

/** Runs `work` and returns the link's token and the code that better-auth made meanwhile. */
export async function catchSecrets(work: () => Promise<unknown>): Promise<{ token?: string; code?: string }> {
  const secrets: { token?: string; code?: string } = {};
  await caught.run(secrets, work);
  return secrets;
}

function build() {
  return betterAuth({
    baseURL: config().CADRE_URL,
    basePath: "/auth",
    secret: config().CADRE_SECRET,
    database: prismaAdapter(database(), { provider: "postgresql" }),
    telemetry: { enabled: false },
    session: { expiresIn: SESSION_DAYS * 86_400, updateAge: 86_400 },
    advanced: { cookiePrefix: "cadre", useSecureCookies: config().CADRE_URL.startsWith("https://") },
    plugins: [
      magicLink({
        expiresIn: SIGN_IN_MINUTES * 60,
        disableSignUp: true,
        storeToken: "hashed",
        sendMagicLink: ({ token }) => {
          const secrets = caught.getStore();
          if (secrets) secrets.token = token;
        },
      }),
      emailOTP({
        expiresIn: SIGN_IN_MINUTES * 60,
        otpLength: 6,
        disableSignUp: true,
        storeOTP: "hashed",
        sendVerificationOTP: async ({ otp }) => {
          const secrets = caught.getStore();
          if (secrets) secrets.code = otp;
        },
      }),
    ],
  });
}

const globals = globalThis as typeof globalThis & {
  cadreAuth?: { readonly on: ReturnType<typeof database>; readonly built: ReturnType<typeof build> };
};

/**
 * Identity and sessions (better-auth, in our own tables). Passkeys and OIDC join as plugins here. It holds on to the
 * connection it was built on: where that has been given up for another, it is built anew.
 */
export const auth = () => {
  const on = database();
  if (globals.cadreAuth?.on !== on) globals.cadreAuth = { on, built: build() };
  return globals.cadreAuth.built;
};
