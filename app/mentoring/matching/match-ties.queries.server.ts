import type { Reader } from "#app/platform/database.server.ts";
import type { Tie } from "./match-profile.ts";

interface MentorAccount {
  readonly id: string;
  readonly userId: string | null;
}

interface Mentee {
  /** Of the need. */
  readonly id: string;
  readonly personId: string;
}

/** A conflict that somebody's word keeps in the register. */
export interface Declared {
  readonly userId: string;
  readonly personId: string;
}

/**
 * What the database knows between mentors and mentees: who sat on whose panel or vetted whom, and who was or is a pair
 * already; with the conflicts that the register keeps between them.
 */
export async function loadTies(
  reader: Reader,
  mentors: readonly MentorAccount[],
  mentees: readonly Mentee[],
  declared: readonly Declared[],
): Promise<readonly Tie[]> {
  const accounts = mentors.flatMap(({ userId }) => userId ?? []);
  const personId = { in: mentees.map((mentee) => mentee.personId) };
  const candidacies = { where: { personId }, select: { personId: true } } as const;
  const members = await reader.panelMember.findMany({
    where: { userId: { in: accounts }, panel: { vacancy: { candidacies: { some: { personId } } } } },
    select: {
      userId: true,
      panel: { select: { vacancy: { select: { candidacies } } } },
    },
  });
  const clearances = await reader.clearance.findMany({
    where: { answeredById: { in: accounts }, candidacy: { personId } },
    select: { answeredById: true, candidacy: { select: { personId: true } } },
  });
  const pairs = await reader.engagement.findMany({
    where: { mentorId: { in: mentors.map(({ id }) => id) }, menteeId: personId },
    select: { mentorId: true, menteeId: true, state: true },
  });
  const found = [
    ...members.flatMap(({ userId, panel }) =>
      panel.vacancy.candidacies.map((of) => tieOf("satOnPanel", userId, of.personId)),
    ),
    ...declared.map((of) => tieOf("declaredConflict", of.userId, of.personId)),
    ...clearances.map((of) => tieOf("vetted", of.answeredById ?? "", of.candidacy.personId)),
  ];
  return [
    ...found.flatMap(({ kind, userId, personId: of }) =>
      mentors
        .filter((mentor) => mentor.userId === userId)
        .flatMap((mentor) =>
          needsOf(mentees, of).map((menteeId) => ({ kind, mentorId: mentor.id, menteeId })),
        ),
    ),
    ...pairs.flatMap(({ mentorId, menteeId: of, state }) =>
      needsOf(mentees, of).map((menteeId) => ({
        kind: state === "ended" ? ("endedPairing" as const) : ("forbiddenPair" as const),
        mentorId,
        menteeId,
      })),
    ),
  ];
}

type Kind = "satOnPanel" | "declaredConflict" | "vetted";

const tieOf = (kind: Kind, userId: string, personId: string) => ({ kind, userId, personId });

const needsOf = (mentees: readonly Mentee[], personId: string) =>
  mentees.filter((mentee) => mentee.personId === personId).map(({ id }) => id);
