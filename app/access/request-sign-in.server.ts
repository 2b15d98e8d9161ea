import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { auth, catchSecrets, SIGN_IN_MINUTES } from "./auth.server.ts";
import { ok, type Result } from "./result.ts";

/** Messages one address is sent within the life of a link: more would let anybody fill a mailbox. */
const MESSAGES_PER_ADDRESS = 5;

/**
 * Sends a link and a code to an address that has an account. The answer is the same for one that has none, and for
 * one that has been sent enough, so that nobody learns who takes part.
 */
export async function requestSignIn(
  email: string,
  headers: Headers,
  back?: string,
): Promise<Result<undefined>> {
  const address = email.trim().toLowerCase();
  const since = new Date(now().getTime() - SIGN_IN_MINUTES * 60_000);
  const recent = await database().outgoingMail.count({
    where: { kind: "signIn", toAddress: address, createdAt: { gte: since } },
  });
  if (recent >= MESSAGES_PER_ADDRESS) return ok();
  const account = await database().user.findUnique({ where: { email: address } });
  if (!account) return ok();
  const { token, code } = await catchSecrets(async () => {
    await auth().api.signInMagicLink({ body: { email: address }, headers });
    await auth().api.sendVerificationOTP({ body: { email: address, type: "sign-in" } });
  });
  if (!token || !code) throw new Error("better-auth made no link or no code");
  await inTransaction((tx) =>
    queueMail(tx, {
      kind: "signIn",
      to: address,
      locale: account.locale,
      params: { name: account.name, link: paths.signInLink(token, back), code, minutes: SIGN_IN_MINUTES },
      dedupeKey: `signIn:${account.id}:${now().toISOString()}`,
    }),
  );
  return ok();
}
