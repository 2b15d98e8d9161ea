import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";
import type { LetterState } from "#app/selection/candidate/told.ts";
import { notRecused } from "#app/selection/conflict/recusal.ts";
import { notCandidateIn } from "#app/selection/panel/judging-candidates.queries.server.ts";
import { titleOf, VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { letterStands } from "./letter.ts";

export const LETTERS_PER_PAGE = 50;

/** The letters this account may know of: none on a case for which it is a candidate or from which it is recused. */
export const lettersOpenTo = (actor: Actor): Prisma.LetterWhereInput => ({
  vacancy: notCandidateIn(actor),
  candidacy: notRecused(actor),
});

const LISTED = {
  ...{ id: true, audience: true, outcome: true, state: true, draftedAt: true, sentAt: true },
  vacancy: { select: VACANCY_TITLE },
  candidacy: {
    select: {
      person: { select: { givenName: true, familyName: true } },
      nomination: { select: { nominatingState: { select: { nameEn: true, nameFr: true } } } },
    },
  },
} as const satisfies Prisma.LetterSelect;

type Listed = Prisma.LetterGetPayload<{ select: typeof LISTED }>;

const lineOf = ({ vacancy, candidacy, draftedAt, sentAt, ...letter }: Listed) => ({
  ...letter,
  vacancy: titleOf(vacancy),
  candidate: `${candidacy.person.givenName} ${candidacy.person.familyName}`,
  nominatingState: candidacy.nomination.nominatingState,
  draftedAt: draftedAt.toISOString(),
  sentAt: sentAt?.toISOString() ?? null,
});

/** Letters in one state, those that waited longest first; sent and superseded ones the latest first. */
export async function listLetters(actor: Actor, state: LetterState, page: number) {
  const where = { ...lettersOpenTo(actor), state };
  const direction = state === "awaitingReview" ? "asc" : "desc";
  const [total, letters] = await Promise.all([
    database().letter.count({ where }),
    database().letter.findMany({
      where,
      orderBy: [{ draftedAt: direction }, { id: direction }],
      skip: (page - 1) * LETTERS_PER_PAGE,
      take: LETTERS_PER_PAGE,
      select: LISTED,
    }),
  ]);
  return { total, letters: letters.map(lineOf) };
}

/** How many letters wait for this officer's review. */
export const countWaitingLetters = (actor: Actor) =>
  database().letter.count({ where: { ...lettersOpenTo(actor), state: "awaitingReview" } });

/** One letter with what it rests on; null for whoever may not know of it. */
export async function readLetter(actor: Actor, id: string) {
  if (!can(actor, "letter.read")) return null;
  const letter = await database().letter.findFirst({
    where: { ...lettersOpenTo(actor), id },
    select: {
      ...LISTED,
      ...{ subject: true, body: true, version: true, locale: true, candidacyId: true, vacancyId: true },
      vacancy: { select: { ...VACANCY_TITLE, state: true } },
      candidacy: {
        select: {
          ...LISTED.candidacy.select,
          state: true,
          finding: { select: { text: true } },
          feedback: { select: { state: true } },
        },
      },
    },
  });
  if (!letter) return null;
  const { subject, body, version, locale, candidacyId, vacancyId } = letter;
  const { state, vacancy, candidacy, outcome } = letter;
  return {
    ...lineOf(letter),
    ...{ subject, body, version, locale, candidacyId, vacancyId },
    finding: candidacy.finding?.text ?? null,
    /** How it stands with what the candidate is told of their levels; null in a letter to a state. */
    feedback: letter.audience === "candidate" ? (candidacy.feedback?.state ?? null) : null,
    maySend:
      state === "awaitingReview" &&
      letterStands(outcome, candidacy.state, vacancy.state) &&
      can(actor, "letter.send"),
  };
}
export type LetterPage = NonNullable<Awaited<ReturnType<typeof readLetter>>>;

/** The letters that went out on a case to its candidate, or to the state that nominated, the latest first. */
export async function readSentLetters(candidacyId: string, audience: "candidate" | "state") {
  const letters = await database().letter.findMany({
    where: { candidacyId, audience, state: "sent" },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take: 10,
    select: { id: true, subject: true, body: true, sentAt: true, locale: true },
  });
  return letters.map(({ sentAt, ...letter }) => ({ ...letter, sentAt: sentAt?.toISOString() ?? "" }));
}
export type SentLetter = Awaited<ReturnType<typeof readSentLetters>>[number];
