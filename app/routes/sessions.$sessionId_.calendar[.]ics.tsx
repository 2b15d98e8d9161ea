import type { LoaderFunctionArgs } from "@remix-run/node";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { readCalendar } from "#app/mentoring/session/tell-session.server.ts";

/** The session as a file that calendars open; a cancelled one takes itself out of them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const sessionId = readId(params.sessionId);
  const calendar = orNotFound(await readCalendar(actor, sessionId, languageOf(request)));
  return new Response(calendar, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'attachment; filename="session.ics"',
      "cache-control": "no-store",
    },
  });
}
