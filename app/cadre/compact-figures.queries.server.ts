import { z } from "zod";
import { GENDERS, mapGenders, type Tally, tallyOf } from "#app/gender/counts.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { today } from "#app/platform/clock.server.ts";
import type { Reader } from "#app/platform/database.server.ts";
import { startOfDay } from "#app/platform/utc-day.ts";
import { COMPACT_MOMENTS, COMPACT_SIDES, type CompactFigure, compactFigures } from "./compact.ts";

interface Looked {
  readonly id: string;
  readonly year: number;
  readonly missionId: string;
}

const countRows = z.array(z.object({ gender: z.enum(GENDERS), people: z.number().int() }));

/** The indicators of one compact as the records have them: of its year, so far as it has gone. */
export async function readFigures(reader: Reader, compact: Looked): Promise<readonly CompactFigure[]> {
  const { id, year, missionId } = compact;
  const last = `${year}-12-31`;
  const day = new Date(today() < last ? today() : last);
  const [begins, ends] = [startOfDay(`${year}-01-01`), startOfDay(`${year + 1}-01-01`)];
  const within = (column: string) =>
    Prisma.sql`${Prisma.raw(column)} >= ${begins} and ${Prisma.raw(column)} < ${ends}`;
  const [team, nominated, recommended, notes, targets] = await Promise.all([
    reader.appointment.findMany({
      where: { post: { missionId }, acting: false, startsOn: { lte: day }, endsOn: { gte: day } },
      select: { person: { select: { gender: true } } },
    }),
    countPeople(reader, missionId, Prisma.sql`${within('n."submittedAt"')} and n."state" = 'submitted'`),
    countPeople(
      reader,
      missionId,
      Prisma.sql`exists (select from "StageEvent" e where e."candidacyId" = c."id"
        and e."stage" = 'recommended' and ${within('e."reachedAt"')})`,
    ),
    reader.compactNote.findMany({ where: { compactId: id }, select: { moment: true, side: true } }),
    reader.target.findMany({
      where: { subject: "headsAndDeputies", measure: "shareOfWomen", counting: "stock" },
      orderBy: { due: "asc" },
      select: {
        versions: { orderBy: { version: "desc" }, take: 1, select: { value: true, withdrawn: true } },
      },
    }),
  ]);
  const held = (moment: (typeof COMPACT_MOMENTS)[number]) =>
    COMPACT_SIDES.every((side) => notes.some((note) => note.moment === moment && note.side === side));
  return compactFigures({
    team: tallyOf(team.map(({ person }) => person.gender)),
    ...{ nominated, recommended },
    conversations: COMPACT_MOMENTS.filter(held).length,
    parityPercent:
      targets.flatMap(({ versions }) => versions.filter(({ withdrawn }) => !withdrawn)).at(-1)?.value ?? null,
  });
}

/** People by gender, each once, in candidacies for a mission's posts. */
async function countPeople(reader: Reader, missionId: string, which: Prisma.Sql): Promise<Tally> {
  const rows = countRows.parse(
    await reader.$queryRaw<unknown[]>`
      select p."gender"::text as "gender", count(distinct p."id")::int as "people"
      from "Candidacy" c join "Nomination" n on n."id" = c."nominationId" join "Vacancy" v on v."id" = c."vacancyId"
      join "Post" o on o."id" = v."postId" join "Person" p on p."id" = c."personId"
      where o."missionId" = ${missionId}::uuid and c."state" <> 'merged' and ${which} group by 1`,
  );
  return mapGenders((gender) => rows.find((row) => row.gender === gender)?.people ?? 0);
}
