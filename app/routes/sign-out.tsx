import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signOut } from "#app/access/sign-in.server.ts";
import { paths } from "#app/paths.ts";

export async function action({ request }: ActionFunctionArgs) {
  const headers = await signOut(request.headers);
  // What the browser keeps of an unfinished score sheet goes with the session.
  headers.set("clear-site-data", '"storage"');
  return redirect(paths.home(), { headers });
}

export const loader = () => redirect(paths.home());
