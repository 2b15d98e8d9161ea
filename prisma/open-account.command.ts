import { parseArgs } from "node:util";
import { accountOrderSchema, rolesOf } from "#app/access/account-order.ts";
import { ROLES } from "#app/access/actor.ts";
import { createAccount } from "#app/access/create-account.server.ts";
import type { Result } from "#app/access/result.ts";
import { config } from "#app/platform/config.server.ts";
import { disconnectDatabase } from "#app/platform/database.server.ts";

const USAGE = `npm run account -- --email ADDRESS --name "NAME" --role ROLE [--role ROLE …] [--state CODE]

  ROLE   ${ROLES.join(", ")}
  CODE   the focal point's state, e.g. FR
`;

const WHY_NOT: Readonly<Record<string, string>> = {
  addressTaken: "There is an account with this address already.",
  stateMissing: "A focal point needs --state.",
  stateUnknown: "There is no such state: give its two-letter code.",
};

const text = { type: "string" } as const;

/** What was asked for, or null where it cannot be read. */
function readOrder() {
  try {
    const options = { email: text, name: text, state: text, role: { ...text, multiple: true } } as const;
    const { values } = parseArgs({ options });
    return accountOrderSchema.safeParse(values);
  } catch {
    return null;
  }
}

/** The served port is known to the server alone, so that without CADRE_URL no address is claimed. */
const signInAt = () =>
  process.env.CADRE_URL ? `${config().CADRE_URL}/sign-in` : "/sign-in, under the address that npm start says";

const order = readOrder();
if (!order?.success) {
  const wrong = order?.error.issues.map(({ path }) => `--${String(path[0])} is missing or wrong.\n`) ?? [];
  process.stderr.write(`${[...new Set(wrong)].join("")}${USAGE}`);
  process.exitCode = 2;
} else {
  const { email, name } = order.data;
  const opened: Result<unknown> = await createAccount(null, { email, name, roles: rolesOf(order.data) });
  if (opened.ok) process.stdout.write(`The account is open. Sign in at ${signInAt()}\n`);
  else {
    process.stderr.write(`${WHY_NOT[opened.refusal.code] ?? opened.refusal.code}\n`);
    process.exitCode = 1;
  }
}
await disconnectDatabase();
