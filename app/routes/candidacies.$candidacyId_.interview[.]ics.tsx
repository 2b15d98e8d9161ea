import type { LoaderFunctionArgs } from "@remix-run/node";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { readInterviewCalendar } from "#app/selection/interview/interview.queries.server.ts";

/** An interview as a file that calendars open; one called off takes itself out of them. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const candidacyId = readId(params.candidacyId);
  const calendar = orNotFound(await readInterviewCalendar(actor, candidacyId, languageOf(request)));
  return new Response(calendar, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'attachment; filename="interview.ics"',
      "cache-control": "no-store",
    },
  });
}
