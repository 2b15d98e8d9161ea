import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { can } from "#app/access/can.ts";
import { readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { dropUniformed } from "#app/gender/drop-uniformed.server.ts";
import { paths } from "#app/paths.ts";

/** Puts a file aside; one that was taken in or put aside before stays as it is, and its page says so. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "uniformed.import"));
  const importId = readId(params.importId);
  await dropUniformed(actor, { importId });
  return redirect(paths.uniformedImport(importId));
}
