import type { LoaderFunctionArgs } from "@remix-run/node";
import { orNotFound } from "#app/access/read-id.server.ts";
import { readCall } from "#app/selection/call.queries.server.ts";
import { rubricText } from "#app/selection/rubric-hash.ts";

/** Public: the text whose SHA-256 a call shows, byte for byte. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { rubric } = orNotFound(await readCall(params.reference ?? ""));
  return new Response(rubricText(rubric.criteria, rubric.levels), {
    headers: { "content-type": "application/json; charset=utf-8" },
  });
}
