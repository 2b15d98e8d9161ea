import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound, valueOrThrow } from "#app/access/respond.server.ts";
import { getActor } from "#app/access/session.server.ts";
import { formatter } from "#app/i18n/format.ts";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { languageOf } from "#app/i18n/request-language.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { config } from "#app/platform/config.server.ts";
import { drawPdf } from "#app/platform/draw-pdf.server.ts";
import { findCall, readCall } from "#app/selection/call/call.queries.server.ts";
import { callNote } from "#app/selection/call/call-note.ts";

/** A call as a note to be printed and sent on, in the reader's language; for whoever may read the whole call. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await findCall(await getActor(request), params.reference ?? "");
  if (found?.audience !== "whole") throw notFound();
  const { targetedStateCodes, ...call } = await readCall(found.id);
  const language = languageOf(request);
  const note = callNote(
    { ...call, toEvery: targetedStateCodes.length === 0 },
    {
      t: await translatorOf(request),
      format: formatter(language, "UTC"),
      url: new URL(paths.call(call.reference), config().CADRE_URL).href,
      now: now(),
    },
  );
  return new Response(valueOrThrow(await drawPdf(note)), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": `inline; filename="${call.reference}.pdf"`,
      "content-language": language,
      "cache-control": "private, no-store",
    },
  });
}
