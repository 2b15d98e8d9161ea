import { z } from "zod";
import { formDay } from "#app/platform/form-day.ts";
import { instantOf } from "#app/platform/local-time.ts";
import { type WordsPresent, wordsFrom } from "#app/selection/words-present.ts";
import { localTime } from "./call-draft.ts";

export const CALL_NOTICE_KINDS = ["addendum", "extension", "correction"] as const;
/** What the secretariat can give notice of without moving the hour. */
export const AMENDMENT_KINDS = ["addendum", "correction"] as const;
export type CallNoticeKind = (typeof CALL_NOTICE_KINDS)[number];

/** Least and most characters of a notice, in each language it is given in. */
const NOTICE_LENGTH = { least: 10, most: 3000 } as const;

const noticeText = z.string().trim().max(NOTICE_LENGTH.most).default("");
const common = { submissionKey: z.uuid(), textEn: noticeText, textFr: noticeText };

/** What is told to everybody who started, in one language or both. */
interface Told {
  readonly submissionKey: string;
  readonly text: WordsPresent;
}

/** Something added to a published call, or put right in it. */
export interface Amendment extends Told {
  readonly kind: (typeof AMENDMENT_KINDS)[number];
}

/** A later closing hour, with its reason; for vacancies also when the decision is now due. */
export interface Extension extends Told {
  readonly closesAt: Date;
  readonly decisionDueOn: string | null;
}

type Context = z.core.$RefinementCtx;
type Texts = { readonly textEn: string; readonly textFr: string };

function textOf({ textEn, textFr }: Texts, context: Context): WordsPresent {
  for (const [path, text] of Object.entries({ textEn, textFr })) {
    if (text !== "" && text.length < NOTICE_LENGTH.least) {
      context.addIssue({ code: "custom", path: [path], message: "tooShort" });
    }
  }
  const words = wordsFrom(textEn, textFr);
  if (!words) context.addIssue({ code: "custom", path: ["textEn"], message: "required" });
  return words ?? {};
}

/** An addendum or a correction as its form posts it. */
export const amendmentSchema = z.object({ kind: z.enum(AMENDMENT_KINDS), ...common }).transform(
  ({ kind, submissionKey, textEn, textFr }, context): Amendment => ({
    kind,
    submissionKey,
    text: textOf({ textEn, textFr }, context),
  }),
);

/**
 * An extension as its form posts it, its hour read by the clock of the call's own zone; an hour that clocks there never
 * show, or show twice, is refused.
 */
export const extensionSchema = (timeZone: string) =>
  z
    .object({ closesAt: localTime, decisionDueOn: formDay.optional(), ...common })
    .transform(({ closesAt, decisionDueOn, submissionKey, textEn, textFr }, context): Extension => {
      const instant = instantOf(closesAt, timeZone);
      if (instant === null) context.addIssue({ code: "custom", path: ["closesAt"], message: "noSuchTime" });
      return {
        submissionKey,
        closesAt: instant ?? new Date(0),
        decisionDueOn: decisionDueOn ?? null,
        text: textOf({ textEn, textFr }, context),
      };
    });
