import type { LoaderFunctionArgs } from "@remix-run/node";
import { orNotFound } from "#app/access/read-id.server.ts";
import { getActor } from "#app/access/session.server.ts";
import { readPublishedRubric } from "#app/selection/call/call.queries.server.ts";
import { rubricText } from "#app/selection/rubric/rubric-hash.ts";

/** The text whose SHA-256 a call shows for one of its vacancies, or of one that was replaced, byte for byte, for whoever may read the call. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await getActor(request);
  const hash = new URL(request.url).searchParams.get("hash");
  const rubric = orNotFound(await readPublishedRubric(actor, params.reference ?? "", hash));
  return new Response(rubricText(rubric), {
    headers: { "content-type": "application/json; charset=utf-8" },
  });
}
