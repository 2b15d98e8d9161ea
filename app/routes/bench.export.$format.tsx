import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, valueOrThrow } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { exportBench } from "#app/cadre/export-bench.server.ts";
import { translatorOf } from "#app/i18n/request-language.server.ts";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** The bench as a sheet; that it was taken goes on record. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { format } = params;
  if (format !== "csv" && format !== "xlsx") throw notFound();
  const mission = new URL(request.url).searchParams.get("mission") || undefined;
  const t = await translatorOf(request);
  const body = valueOrThrow(await exportBench(actor, { format, mission }, t));
  return new Response(body, {
    headers: {
      "content-type": TYPES[format],
      "content-disposition": `attachment; filename="bench.${format}"`,
      "x-content-type-options": "nosniff",
    },
  });
}
