import type { LoaderFunctionArgs } from "@remix-run/node";
import { orNotFound } from "#app/access/read-id.server.ts";
import { getActor } from "#app/access/session.server.ts";
import { makeYearReport } from "#app/gender/make-year-report.server.ts";
import { yearOfAddress } from "#app/gender/year-report-address.ts";
import { answerOpenly, KEPT_FOR } from "#app/platform/answer-openly.server.ts";
import { canonicalJson } from "#app/record/canonical.ts";

/** The figures of a yearly report in their canonical form, whose SHA-256 is the hash that the report carries. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const report = await makeYearReport(await getActor(request), yearOfAddress(params.year));
  const { content, contentHash, madeAt } = orNotFound(report);
  return answerOpenly(
    request,
    { hash: contentHash, since: madeAt, freshFor: KEPT_FOR },
    { body: canonicalJson(content), type: "application/json; charset=utf-8", of: "report-json" },
  );
}
