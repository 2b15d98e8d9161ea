import type { Submission } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { data } from "@remix-run/node";
import { z } from "zod";
import type { FormReply } from "#app/access/form-reply.ts";
import { answerRefusal } from "#app/access/respond.server.ts";
import type { Refusal } from "#app/access/result.ts";
import { refusalWords } from "#app/access/say-refusal.server.ts";
import { issueCode } from "#app/i18n/issue-code.ts";
import { holdsTooLarge, MOST_BYTES } from "./body-limit.mjs";
import { MAX_FILE_BYTES } from "./files.server.ts";

z.config({ customError: issueCode });

type Answer = ReturnType<typeof data<FormReply>>;

type ReadForm<T> = (
  | { readonly ok: true; readonly value: T; refuse(refusal: Refusal): Answer }
  | { readonly ok: false; readonly answer: Answer }
) & {
  /** What was typed, whether it fits or not. */
  readonly typed: Submission<unknown>["payload"];
};

const NUL = "\u0000";
const withoutNul = (text: string) => text.replaceAll(NUL, "");

/** A character that shows: neither a space nor one that is there to be left out where text is set, nor the empty Braille. */
const SHOWS = /[^\s\p{Default_Ignorable_Code_Point}\u2800]/u;
const said = (text: string) => (SHOWS.test(text) ? withoutNul(text) : "");

/**
 * What a form posted. A body that is no form answers 400; NUL characters, which nobody types and no column of the
 * database takes, are left out, and a text in which nothing shows is empty: twelve zero-width spaces are no evidence and no
 * name. One of which only the beginning was kept answers by its page where the file in it is
 * what was too large, otherwise 413.
 */
export async function readFormData(request: Request): Promise<FormData> {
  const cut = Number(request.headers.get("content-length") ?? 0) > MOST_BYTES;
  const posted = await request.formData().catch(() => null);
  if (cut && !(posted && holdsTooLarge(posted, MAX_FILE_BYTES))) throw new Response(null, { status: 413 });
  if (!posted) throw new Response(null, { status: 400 });
  const kept = new FormData();
  for (const [name, value] of posted) {
    if (typeof value === "string") kept.append(withoutNul(name), said(value));
    else kept.append(withoutNul(name), value, withoutNul(value.name));
  }
  return kept;
}

/**
 * Reads a posted form against its schema. What does not fit goes back with every typed value kept; what the use
 * case refuses goes back the same way through `refuse`. One that only asks for another row of a list gets it, and
 * nothing of what is typed so far is judged.
 */
export async function readForm<S extends z.ZodType>(
  request: Request,
  schema: S,
  formData?: FormData,
): Promise<ReadForm<z.output<S>>> {
  const submission = parseWithZod(formData ?? (await readFormData(request)), { schema });
  const typed = submission.payload;
  if (submission.status !== "success") {
    const { error, ...asTyped } = submission.reply();
    const grows = submission.status === undefined;
    return {
      ok: false,
      typed,
      answer: data(
        { lastResult: grows ? asTyped : { ...asTyped, error }, refusal: null },
        { status: grows ? 200 : 422 },
      ),
    };
  }
  const inWords = await refusalWords(request);
  const refuse = (refused: Refusal) => {
    const refusal = inWords(refused);
    const reply = refusal.field
      ? submission.reply({ fieldErrors: { [refusal.field]: [refusal.error] } })
      : submission.reply({ formErrors: [refusal.error] });
    const { init } = answerRefusal(refusal);
    return data({ lastResult: reply, refusal }, init ?? undefined);
  };
  return { ok: true, typed, value: submission.value, refuse };
}

/**
 * Reads a form that asks in the address (`method="get"`) against its schema. What does not fit is told beside its field,
 * as of a posted form; `value` is null then.
 */
export function readQuery<S extends z.ZodType>(
  request: Request,
  schema: S,
): { readonly value: z.output<S> | null; readonly reply: FormReply } {
  const submission = parseWithZod(new URL(request.url).searchParams, { schema });
  return {
    value: submission.status === "success" ? submission.value : null,
    reply: { lastResult: submission.reply(), refusal: null },
  };
}
