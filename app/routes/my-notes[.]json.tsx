import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { isScreenShared } from "#app/access/screen-sharing.ts";
import { requireActor } from "#app/access/session.server.ts";
import { exportOwnNotes } from "#app/mentoring/session/session-work.queries.server.ts";
import { paths } from "#app/paths.ts";

/** Everything that somebody wrote in notes, for themselves to keep; not while their screen is shared, which their page says. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "calendar.keepOwn"));
  if (isScreenShared(request)) return redirect(paths.myNotes());
  const notes = await exportOwnNotes(actor);
  return new Response(JSON.stringify({ notes }, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": 'attachment; filename="notes.json"',
      "cache-control": "no-store",
    },
  });
}
