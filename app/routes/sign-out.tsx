import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { signOut } from "#app/access/sign-in.server.ts";
import { paths } from "#app/paths.ts";

export async function action({ request }: ActionFunctionArgs) {
  return redirect(paths.home(), { headers: await signOut(request.headers) });
}

export const loader = () => redirect(paths.home());
