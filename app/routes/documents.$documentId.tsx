import type { LoaderFunctionArgs } from "@remix-run/node";
import { readId } from "#app/access/read-id.server.ts";
import { valueOrThrow } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readDocument } from "#app/selection/document/read-document.server.ts";

/** A document of a candidacy, to whoever has a part in the case; never shown inside the page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const file = valueOrThrow(await readDocument(actor, { documentId: readId(params.documentId) }));
  return new Response(file.bytes, {
    headers: {
      "content-type": file.contentType,
      "content-length": String(file.bytes.byteLength),
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'",
      "cache-control": "private, no-store",
    },
  });
}
