import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { backTo } from "#app/access/back.ts";
import { SCREEN_COOKIE } from "#app/access/screen-sharing.ts";
import { requireActor } from "#app/access/session.server.ts";
import { paths } from "#app/paths.ts";
import { isProduction } from "#app/platform/config.server.ts";
import { readFormData } from "#app/platform/form.server.ts";

const schema = z.object({ screen: z.enum(["on", "off"]), back: z.string().default("/") });

/** Half a day: longer than any meeting, and nobody has to wonder a week later where their notes are. */
const HALF_A_DAY = 43_200;

/** Says that this browser's screen is shared, or is no longer: kept in a cookie, for it concerns the screen and no account. */
export async function action({ request }: ActionFunctionArgs) {
  await requireActor(request);
  const chosen = schema.safeParse(Object.fromEntries(await readFormData(request)));
  if (!chosen.success) return redirect(paths.home());
  const { screen, back } = chosen.data;
  const age = screen === "on" ? HALF_A_DAY : 0;
  return redirect(backTo(back), {
    headers: {
      "set-cookie": `${SCREEN_COOKIE}=${screen}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Lax${isProduction() ? "; Secure" : ""}`,
    },
  });
}

export const loader = () => redirect(paths.home());
