import { loadMessages } from "#app/i18n/catalogues.ts";
import { isReadyLanguage, nameIn } from "#app/i18n/languages.ts";
import { translator } from "#app/i18n/translate.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import type { LetterAudience } from "#app/selection/candidate/told.ts";
import { focalPointsOf } from "#app/selection/nomination/focal-point.queries.server.ts";
import { KNOWN_TO_STATE, knownToState } from "#app/selection/nomination/known-nominee.ts";
import { readVacancyTitle } from "#app/selection/panel/panel-state.queries.server.ts";
import { decisionRound } from "./decision-round.queries.server.ts";
import { draftFeedback } from "./draft-feedback.server.ts";
import { type LetterOutcome, letterOutcome } from "./letter.ts";

/** Those whose candidacy ends with the first decision, one way or the other. */
const TOLD_FIRST = ["selected", "recommended", "suitable", "notRecommended"] as const;
/** Those for whom a later one decides, since the selection before it was declined: what others were told stands. */
const TOLD_AGAIN = ["selected", "recommended"] as const;

interface Decided {
  readonly vacancyId: string;
  readonly decisionId: string;
  readonly reportId: string;
}

/**
 * Writes what a decision means to each candidate, and to each nominating state that has a focal point: the outcome, and
 * to the candidate what the signed report found of them. No mark, no other's name, and not the decision maker's reasons,
 * which speak of the chosen. The letters wait for an officer's review, and so does what each candidate is told of their levels.
 */
export async function draftLetters(tx: Transaction, { vacancyId, decisionId, reportId }: Decided) {
  const { roleKind, mission } = await readVacancyTitle(tx, vacancyId);
  const round = await decisionRound(tx, vacancyId);
  const candidacies = await tx.candidacy.findMany({
    where: { vacancyId, state: { in: [...(round === 1 ? TOLD_FIRST : TOLD_AGAIN)] } },
    orderBy: { id: "asc" },
    select: {
      ...{ id: true, state: true, finding: { select: { text: true } } },
      nomination: { select: { stateCode: true, ...KNOWN_TO_STATE } },
      person: { select: { givenName: true, familyName: true, user: { select: { locale: true } } } },
    },
  });
  const kept = { vacancyId, decisionId, reportId, draftedAt: now() };
  for (const { id: candidacyId, state, finding, nomination, person } of candidacies) {
    const outcome = letterOutcome(state);
    if (outcome === null) continue;
    const write = async (audience: LetterAudience, locale: string, candidate: string) => {
      const post = { post: nameIn(locale, roleKind), mission: mission.acronym };
      const text = await compose({ audience, outcome, locale, candidate, finding: finding?.text, ...post });
      await tx.letter.create({
        data: { ...kept, candidacyId, audience, outcome, locale, ...text },
        select: { id: true },
      });
    };
    await write("candidate", person.user?.locale ?? "en", `${person.givenName} ${person.familyName}`);
    const [focalPoint] = await focalPointsOf(tx, nomination.stateCode);
    const known = knownToState(nomination);
    if (focalPoint) await write("state", focalPoint.locale, `${known.givenName} ${known.familyName}`);
  }
  await draftFeedback(
    tx,
    vacancyId,
    candidacies.map(({ id }) => id),
  );
}

interface Composed {
  readonly audience: LetterAudience;
  readonly outcome: LetterOutcome;
  readonly locale: string;
  readonly candidate: string;
  readonly post: string;
  readonly mission: string;
  readonly finding: string | undefined;
}

/** The letter's words, in its reader's language; what the panel found, in the words of its report. */
async function compose({ audience, outcome, locale, finding, ...names }: Composed) {
  const language = isReadyLanguage(locale) ? locale : "en";
  const t = translator(language, await loadMessages(language));
  const paragraphs = [
    t(`letter.text.${audience}.${outcome}`, names),
    ...(audience === "candidate" && finding ? [t("letter.found"), finding] : []),
    t(`letter.text.${audience}.next`),
  ];
  return { subject: t(`letter.text.${audience}.subject`, names), body: paragraphs.join("\n\n") };
}
