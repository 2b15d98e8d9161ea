import { randomUUID } from "node:crypto";
import type { Gender } from "#app/gender/counts.ts";
import { database } from "#app/platform/database.server.ts";
import { aScreenedVacancy } from "./screened-vacancy.ts";

/** So many women of one state and men of another. */
export const nominees = (women: number, men: number) => [
  ...Array.from({ length: women }, () => ({ gender: "woman" as Gender, state: "GH" })),
  ...Array.from({ length: men }, () => ({ gender: "man" as Gender, state: "FR" })),
];

/** A vacancy decided on a day: everybody was screened in, the first two recommended, the first appointed. */
export async function decidedVacancy(decidedAt: string, people: Parameters<typeof aScreenedVacancy>[0]) {
  const story = await aScreenedVacancy(people);
  const { vacancyId, candidacyIds } = story;
  const reached = (
    candidacyId: string,
    stages: readonly ("consented" | "screenedIn" | "recommended" | "appointed")[],
  ) => stages.map((stage) => ({ candidacyId, stage, reachedAt: new Date(decidedAt) }));
  await database().stageEvent.createMany({
    data: candidacyIds.flatMap((id, n) => [
      ...reached(id, ["consented", "screenedIn"]),
      ...(n < 2 ? reached(id, ["recommended"]) : []),
      ...(n < 1 ? reached(id, ["appointed"]) : []),
    ]),
  });
  await database().decision.create({
    data: {
      vacancyId,
      candidacyId: candidacyIds[0] ?? "",
      reportId: randomUUID(),
      reasons: "The strongest mediator of those recommended.",
      decidedById: "decider",
      decidedAt: new Date(decidedAt),
    },
  });
  await database().vacancy.update({ where: { id: vacancyId }, data: { state: "closed" } });
  return story;
}
