import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { auth, catchSecrets, SIGN_IN_MINUTES } from "./auth.server.ts";
import { ok, type Result, refuse } from "./result.ts";

/** Messages one address may ask for within the life of a link: more would let anybody fill a mailbox. */
const MESSAGES_PER_ADDRESS = 5;

/**
 * Sends a link and a code to an address that has an account. The answer is the same for one that has none, so
 * that nobody learns who takes part.
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
  if (recent >= MESSAGES_PER_ADDRESS) return refuse("tooManySignInMails", { minutes: SIGN_IN_MINUTES });
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
