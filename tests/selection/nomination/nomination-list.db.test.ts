import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { listNominations } from "#app/selection/nomination/nomination-list.queries.server.ts";
import {
  LISTED_PER_PAGE,
  type ListFilter,
  listFilterSchema,
} from "#app/selection/nomination/nomination-list.ts";
import { withdrawNomination } from "#app/selection/nomination/withdraw-nomination.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { aNomination, anOpenCall } from "#tests/support/selection-story.ts";

const list = (filter: Partial<Record<keyof ListFilter, string>> = {}) =>
  listNominations({ userId: null }, listFilterSchema.parse(filter));
const idsOf = ({ nominations }: Awaited<ReturnType<typeof list>>) =>
  nominations.map(({ nominationId }) => nominationId);
const rename = (id: string, givenName: string, familyName: string) =>
  database().person.update({ where: { id }, data: { givenName, familyName } });

describe("the list of nominations", () => {
  it("finds a name by any part, in any order, script and case, with accents or without", async () => {
    const { vacancyId } = await anOpenCall("MINUSCA");
    const names = [
      ["Zoë", "Åström-Łęcka"],
      ["志明", "陳"],
      ["Владимир", "Ёлкин"],
      ["فاطمة", "الزهراء"],
      ["Nguyễn", "Thị Minh"],
      ["100%", "Under_score"],
    ] as const;
    const ids = new Map<string, string>();
    for (const [given, family] of names) {
      const { nominationId, personId } = await aNomination(vacancyId, "GH");
      await rename(personId, given, family);
      ids.set(family, nominationId);
    }
    const finds = async (name: string, family: string) =>
      expect(idsOf(await list({ name })), name).toEqual([ids.get(family)]);
    await finds("astrom", "Åström-Łęcka");
    await finds("zoe lecka", "Åström-Łęcka");
    await finds("ÅSTRÖM", "Åström-Łęcka");
    await finds("陳", "陳");
    await finds("志明 陳", "陳");
    await finds("елкин", "Ёлкин");
    await finds("ВЛАДИМИР", "Ёлкин");
    await finds("الزهراء", "الزهراء");
    await finds("nguyen minh", "Thị Minh");
    await finds("100%", "Under_score");
    await finds("r_s", "Under_score");
    expect((await list({ name: "%" })).total).toBe(1);
    expect((await list({ name: "nobody" })).total).toBe(0);
  });

  it("is narrowed by state, stage, gender and kind of post, and follows what is written", async () => {
    const [one, two] = [await anOpenCall("UNDOF"), await anOpenCall("UNFICYP", "forceCommander", "D-2")];
    const woman = await aNomination(one.vacancyId, "UY", "woman");
    const man = await aNomination(two.vacancyId, "UY", "man");
    await aNomination(two.vacancyId, "NP", "man");
    const ofUruguay = (filter = {}) => list({ state: "UY", ...filter }).then(idsOf);
    expect(await ofUruguay()).toEqual([man.nominationId, woman.nominationId]);
    expect(await ofUruguay({ gender: "woman" })).toEqual([woman.nominationId]);
    expect(await ofUruguay({ roleKind: "forceCommander" })).toEqual([man.nominationId]);
    expect(await ofUruguay({ stage: "withdrawn" })).toEqual([]);
    must(
      await withdrawNomination(man.focalPoint, { nominationId: man.nominationId, reason: "Another post." }),
    );
    expect(await ofUruguay({ stage: "withdrawn" })).toEqual([man.nominationId]);
    expect(await ofUruguay({ stage: "nominated" })).toEqual([woman.nominationId]);
    await database().person.update({ where: { id: woman.personId }, data: { gender: "another" } });
    expect(await ofUruguay({ gender: "woman" })).toEqual([]);
    expect(await checkData(database())).toEqual([]);
  });

  it("takes a filter that is none for no filter", async () => {
    const { total } = await list();
    for (const filter of [{ stage: "' or 1=1" }, { state: "usa" }, { after: "zzz" }, { before: "1.2" }])
      expect((await list(filter)).total).toBe(total);
  });

  it("leads page by page to the last and back, each nomination once, with as many statements on each", async () => {
    const { vacancyId } = await anOpenCall("UNMISS");
    const first = await aNomination(vacancyId, "FR");
    const people = await database().person.createManyAndReturn({
      data: Array.from({ length: 2 * LISTED_PER_PAGE + 9 }, (_, n) => ({
        givenName: `G${n}`,
        familyName: "Copy",
        email: `copy${n}@example.org`,
        gender: "man" as const,
        nationalities: ["FR"],
      })),
      select: { id: true },
    });
    const { id, personId, submissionKey, ...like } = await database().nomination.findUniqueOrThrow({
      where: { id: first.nominationId },
    });
    await database().nomination.createMany({
      data: people.map((person) => ({
        ...like,
        personId: person.id,
        submissionKey: `${submissionKey}:${person.id}`,
      })),
    });
    const seen: string[] = [];
    let page = await list({ state: "FR" });
    expect([page.total, page.newer]).toEqual([110, null]);
    const counts = new Set<number>();
    for (;;) {
      seen.push(...idsOf(page));
      if (page.older === null) break;
      const after = page.older;
      const counted = await countQueries(() => list({ state: "FR", after }));
      counts.add(counted.queries);
      page = counted.value;
    }
    expect(new Set(seen).size).toBe(110);
    expect(seen).toHaveLength(110);
    expect(counts.size).toBe(1);
    expect(Math.max(...counts)).toBeLessThanOrEqual(12);
    const back = await list({ state: "FR", before: page.newer ?? "" });
    expect(idsOf(back)).toEqual(seen.slice(LISTED_PER_PAGE, 2 * LISTED_PER_PAGE));
    const start = await list({ state: "FR", before: back.newer ?? "" });
    expect(idsOf(start)).toEqual(seen.slice(0, LISTED_PER_PAGE));
    expect(start.newer).toBeNull();
    expect(id).toBe(first.nominationId);
    expect(personId).toBe(first.personId);
  });
});
