import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { backTo } from "#app/access/back.ts";
import { chooseOwnLanguage } from "#app/access/choose-language.server.ts";
import { getActor } from "#app/access/session.server.ts";
import { READY_LANGUAGES } from "#app/i18n/languages.ts";
import { LANGUAGE_COOKIE } from "#app/i18n/request-language.ts";
import { paths } from "#app/paths.ts";
import { isProduction } from "#app/platform/config.server.ts";
import { readFormData } from "#app/platform/form.server.ts";

const schema = z.object({ language: z.enum(READY_LANGUAGES), back: z.string().default("/") });
const A_YEAR = 365 * 86_400;

/** Chooses the language of the pages, kept in a cookie and with the account. */
export async function action({ request }: ActionFunctionArgs) {
  const chosen = schema.safeParse(Object.fromEntries(await readFormData(request)));
  if (!chosen.success) return redirect(paths.home());
  const actor = await getActor(request);
  if (actor) await chooseOwnLanguage(actor, chosen.data.language);
  return redirect(backTo(chosen.data.back), {
    headers: {
      "set-cookie": `${LANGUAGE_COOKIE}=${chosen.data.language}; Path=/; Max-Age=${A_YEAR}; SameSite=Lax${isProduction() ? "; Secure" : ""}`,
    },
  });
}

export const loader = () => redirect(paths.home());
