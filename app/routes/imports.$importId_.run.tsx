import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { readId } from "#app/access/read-id.server.ts";
import { notFound } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { paths } from "#app/paths.ts";
import { orderImport } from "#app/selection/nomination/order-import.server.ts";

/** Gives the word; whatever stands against it, the page of the import says. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const importId = readId(params.importId);
  const result = await orderImport(actor, { importId });
  if (!result.ok && result.refusal.code === "notFound") throw notFound();
  return redirect(paths.import(importId));
}

export const loader = ({ params }: LoaderFunctionArgs) => redirect(paths.import(readId(params.importId)));
