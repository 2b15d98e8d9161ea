import { isProduction } from "#app/platform/config.server.ts";
import { database } from "#app/platform/database.server.ts";
import { auth, catchSecrets } from "./auth.server.ts";
import { ok, type Result, refuse } from "./result.ts";

/** Signs in with the token of an e-mailed link. Answers the headers that set the session's cookie. */
export async function signInWithLink(token: string, headers: Headers): Promise<Result<Headers>> {
  return cookiesOf(
    () => auth().api.magicLinkVerify({ query: { token }, headers, asResponse: true }),
    "linkUsedOrExpired",
  );
}

/** Signs in with the six digits from the same message; three wrong tries end the code. */
export async function signInWithCode(
  email: string,
  code: string,
  headers: Headers,
): Promise<Result<Headers>> {
  const body = { email: email.trim().toLowerCase(), otp: code.replace(/\s/g, "") };
  return cookiesOf(
    () => auth().api.signInEmailOTP({ body, headers, asResponse: true }),
    "codeWrongOrExpired",
  );
}

/** Signs in as an invented person of the demo; refused where this is a real deployment, and for any other account. */
export async function signInAsDemo(userId: string, headers: Headers): Promise<Result<Headers>> {
  if (isProduction()) return refuse("notFound");
  const account = await database().user.findUnique({ where: { id: userId, demo: true } });
  if (!account) return refuse("notFound");
  const { token } = await catchSecrets(() =>
    auth().api.signInMagicLink({ body: { email: account.email }, headers }),
  );
  return token ? signInWithLink(token, headers) : refuse("notFound");
}

/** Ends the session. Answers the headers that clear its cookie. */
export async function signOut(headers: Headers): Promise<Headers> {
  const response = await auth().api.signOut({ headers, asResponse: true });
  return setCookies(response);
}

async function cookiesOf(call: () => Promise<Response>, code: string): Promise<Result<Headers>> {
  const response = await call();
  const cookies = setCookies(response);
  const signedIn = response.ok && cookies.getSetCookie().some((cookie) => cookie.includes("session_token="));
  return signedIn ? ok(cookies) : refuse(code);
}

function setCookies(response: Response): Headers {
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append("set-cookie", cookie);
  return headers;
}
