import type { LoaderFunctionArgs } from "@remix-run/node";
import { collectOpenBalance } from "#app/gender/collect-open-balance.server.ts";
import { answerOpenly } from "#app/platform/answer-openly.server.ts";

/** The public figures for machines. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { value, ...kept } = await collectOpenBalance();
  return answerOpenly(request, kept, {
    body: JSON.stringify(value.data, null, 2),
    type: "application/json; charset=utf-8",
    of: "json",
  });
}
