import type { LoaderFunctionArgs } from "@remix-run/node";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readDraftDocument } from "#app/selection/nomination/nominee-draft.queries.server.ts";

/** A document of a draft, to those who write it and, once it is a nomination for the cadre, to those who review it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const file = orNotFound(await readDraftDocument(actor, readId(params.documentId)));
  return new Response(file.bytes, {
    headers: {
      "content-type": file.contentType,
      "content-length": String(file.bytes.byteLength),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}
