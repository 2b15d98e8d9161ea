import { randomUUID } from "node:crypto";
import type { Gender } from "#app/gender/counts.ts";
import { database } from "#app/platform/database.server.ts";
import { aScreenedVacancy } from "./screened-vacancy.ts";

const nominees = (women: number, men: number) => [
  ...Array.from({ length: women }, () => ({ gender: "woman" as Gender, state: "GH" })),
  ...Array.from({ length: men }, () => ({ gender: "man" as Gender, state: "FR" })),
];

/** A vacancy decided on a day: everybody was screened in, the first two recommended, the first, a woman, appointed. */
export async function aDecidedVacancy(decidedAt: string, women: number, men: number) {
  const story = await aScreenedVacancy(nominees(women, men));
  const { vacancyId, candidacyIds } = story;
  const reachedAt = new Date(decidedAt);
  const stages = (n: number) =>
    (["consented", "screenedIn", "recommended", "appointed"] as const).slice(0, n < 1 ? 4 : n < 2 ? 3 : 2);
  await database().stageEvent.createMany({
    data: candidacyIds.flatMap((candidacyId, n) =>
      stages(n).map((stage) => ({ candidacyId, stage, reachedAt })),
    ),
  });
  await database().decision.create({
    data: {
      ...{ vacancyId, candidacyId: candidacyIds[0] ?? "", reportId: randomUUID() },
      reasons: "The strongest mediator of those recommended.",
      ...{ decidedById: "decider", decidedAt: reachedAt },
    },
  });
  await database().vacancy.update({ where: { id: vacancyId }, data: { state: "closed" } });
  return story;
}
