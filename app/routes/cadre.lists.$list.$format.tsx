import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, valueOrThrow } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { listOrderSchema } from "#app/cadre/cadre-list.ts";
import { exportList } from "#app/cadre/export-list.server.ts";
import { translatorOf } from "#app/i18n/request-language.server.ts";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** A list of the cadre as a sheet; that it was taken goes on record. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const order = listOrderSchema.safeParse({ ...asked, ...params });
  if (!order.success) throw notFound();
  const { list, format } = order.data;
  const body = valueOrThrow(await exportList(actor, order.data, await translatorOf(request)));
  return new Response(body, {
    headers: {
      "content-type": TYPES[format],
      "content-disposition": `attachment; filename="cadre-${list}.${format}"`,
      "x-content-type-options": "nosniff",
    },
  });
}
