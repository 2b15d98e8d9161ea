import type { LoaderFunctionArgs } from "@remix-run/node";
import { collectOpenPledges } from "#app/cadre/collect-open-pledges.server.ts";
import { answerOpenly } from "#app/platform/answer-openly.server.ts";

/** The public register of pledges for machines. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { value, ...kept } = await collectOpenPledges();
  return answerOpenly(request, kept, {
    body: JSON.stringify(value, null, 2),
    type: "application/json; charset=utf-8",
    of: "json",
  });
}
