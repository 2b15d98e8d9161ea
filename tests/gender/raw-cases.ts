import type { Part } from "#app/gender/case-part.ts";
import type { Basis } from "#app/gender/case-view.ts";
import { database } from "#app/platform/database.server.ts";

/** Every case that counts, straight from the tables that hold it: what the figures are recounted from. */
export async function rawCases() {
  const own = { gender: true, service: true, rank: true, birthYear: true, birthDate: true } as const;
  const rows = await database().candidacy.findMany({
    where: { state: { not: "merged" } },
    select: {
      person: { select: { ...own, mergedInto: { select: own } } },
      nomination: { select: { nominatingState: { select: { code: true, regionalGroup: true } } } },
      stages: { select: { stage: true } },
      vacancy: {
        select: {
          ...{ id: true, reference: true, state: true },
          call: { select: { opensAt: true } },
          decision: { select: { decidedAt: true } },
          panel: { select: { id: true } },
          post: { select: { roleKindCode: true, level: true, mission: { select: { acronym: true } } } },
        },
      },
    },
  });
  return rows.map(({ person, nomination: { nominatingState: state }, stages, vacancy }) => {
    const { gender, service, rank, birthYear, birthDate } = person.mergedInto ?? person;
    const opened = vacancy.call?.opensAt ?? null;
    const born = birthDate?.getUTCFullYear() ?? birthYear;
    const age = opened && born ? opened.getUTCFullYear() - born : null;
    const words: Record<Part, string> = {
      ...{
        role: vacancy.post.roleKindCode,
        level: vacancy.post.level,
        mission: vacancy.post.mission.acronym,
      },
      panel: vacancy.panel ? vacancy.reference : "",
      rank: (rank ?? "").trim().toLowerCase(),
      service: service ?? "",
      ...{ state: state?.code ?? "", region: state?.regionalGroup ?? "" },
      ageBand:
        age === null
          ? ""
          : age < 40
            ? "under40"
            : age >= 70
              ? "70andOver"
              : `${age - (age % 10)}to${age - (age % 10) + 9}`,
    };
    const days: Record<Basis, string | null> = {
      opened: vacancy.state === "draft" ? null : (opened?.toISOString().slice(0, 10) ?? null),
      decided: vacancy.decision?.decidedAt.toISOString().slice(0, 10) ?? null,
    };
    return { gender, words, days, stages: stages.map(({ stage }) => stage), vacancyId: vacancy.id };
  });
}
export type RawCase = Awaited<ReturnType<typeof rawCases>>[number];

const ROAD = [
  "nominated",
  "consented",
  "screenedIn",
  "scored",
  "shortlisted",
  "recommended",
  "selected",
  "appointed",
];

/** Whether a case came to a stage: it has that one or a later one on record. Everybody was nominated. */
export const cameTo = ({ stages }: RawCase, stage: string): boolean =>
  stage === "nominated" || stages.some((one) => ROAD.indexOf(one) >= ROAD.indexOf(stage));

export const stageBefore = (stage: string): string | undefined => ROAD[ROAD.indexOf(stage) - 1];
