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

/**
 * What the database knows between mentors and mentees: who sat on whose panel, vetted whom or declared a conflict,
 * and who was or is a pair already.
 */
export async function loadTies(
  reader: Reader,
  mentors: readonly MentorAccount[],
  mentees: readonly Mentee[],
): Promise<readonly Tie[]> {
  const accounts = mentors.flatMap(({ userId }) => userId ?? []);
  const personId = { in: mentees.map((mentee) => mentee.personId) };
  const candidacies = { where: { personId }, select: { personId: true } } as const;
  const members = await reader.panelMember.findMany({
    where: { userId: { in: accounts }, panel: { vacancy: { candidacies: { some: { personId } } } } },
    select: {
      userId: true,
      panel: { select: { vacancy: { select: { candidacies } } } },
      conflicts: {
        where: { source: "declared", candidacy: { personId } },
        select: { candidacy: { select: { personId: true } } },
      },
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
    ...members.flatMap(({ userId, panel, conflicts }) => [
      ...panel.vacancy.candidacies.map((of) => tieOf("satOnPanel", userId, of.personId)),
      ...conflicts.map((of) => tieOf("declaredConflict", userId, of.candidacy.personId)),
    ]),
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
