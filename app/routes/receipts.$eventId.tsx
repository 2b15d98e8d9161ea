import type { LoaderFunctionArgs } from "@remix-run/node";
import { can } from "#app/access/can.ts";
import { notFound, permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { makeReceipt } from "#app/record/make-receipt.server.ts";

/** The receipt as a file, for whoever caused the event and for those who read the whole record. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const made = await makeReceipt(params.eventId ?? "");
  if (!made) throw notFound();
  permit(can(actor, "record.read") || (actor.userId !== null && made.actorId === actor.userId));
  return new Response(JSON.stringify(made.receipt, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="receipt-${made.receipt.eventId}.json"`,
      "cache-control": "no-store",
    },
  });
}
