import type { Actor } from "#app/access/actor.ts";
import { auth, catchSecrets } from "#app/access/auth.server.ts";
import { signInWithLink } from "#app/access/sign-in.server.ts";
import { database } from "#app/platform/database.server.ts";
import { must } from "./must.ts";

const SITE = "http://localhost";

/** The headers of a browser in which an account has signed in, by the link it would have been sent. */
export async function browserOf(actor: Actor): Promise<Headers> {
  const headers = new Headers({ origin: SITE });
  const { email } = await database().user.findUniqueOrThrow({ where: { id: actor.userId ?? "" } });
  const { token } = await catchSecrets(() => auth().api.signInMagicLink({ body: { email }, headers }));
  return withCookies(must(await signInWithLink(token ?? "", headers)));
}

/** What a browser sends back of the cookies it was given. */
export function withCookies(answered: Headers): Headers {
  const cookies = answered.getSetCookie().map((cookie) => cookie.split(";")[0]);
  return new Headers({ cookie: cookies.join("; ") });
}

/** A request of a page, as the server hands it to a loader. */
export const asked = (path: string, headers = new Headers(), params: Record<string, string> = {}) => ({
  request: new Request(new URL(path, SITE), { headers }),
  params,
  context: {},
});
