import { describe, expect, it } from "vitest";
import { countDecided } from "#app/gender/balance.queries.server.ts";
import { closedYear, type FlowCount, reportingYear } from "#app/gender/balance.ts";
import type { Gender } from "#app/gender/counts.ts";
import { setTarget } from "#app/gender/set-target.server.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { loader as balancePage } from "#app/routes/balance._index.tsx";
import { loader as vacancyPage } from "#app/routes/balance.vacancies.$vacancyId.tsx";
import { loader as targetsPage } from "#app/routes/targets._index.tsx";
import { decidedVacancy } from "#tests/support/decided-vacancy.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";
import { attack, leaks, type Told, toldIn } from "./release-attack.ts";

type Group = readonly [gender: Gender, state: string, people: number];

/** A vacancy of a role and level decided on a day, with so many people of each gender and state; the first is appointed. */
async function aVacancy(
  decidedAt: string,
  post: { roleKindCode: string; level: string },
  groups: readonly Group[],
) {
  const people = groups.flatMap(([gender, state, count]) =>
    Array.from({ length: count }, () => ({ gender, state })),
  );
  const story = await decidedVacancy(decidedAt, people);
  const { postId } = await database().vacancy.findUniqueOrThrow({
    where: { id: story.vacancyId },
    select: { postId: true },
  });
  await database().roleKind.createMany({
    data: [
      {
        ...{
          code: "forceCommander",
          nameEn: "Force Commander",
          nameFr: "Commandant de la force",
          levels: ["D-2"],
        },
        ...{ component: "military" as const, isHead: false, isDeputy: false, position: 9 },
      },
    ],
    skipDuplicates: true,
  });
  await database().post.update({ where: { id: postId }, data: post });
  return story;
}

const HEAD = { roleKindCode: "srsg", level: "USG" };
const DEPUTY = { roleKindCode: "srsg", level: "ASG" };
const COMMANDER = { roleKindCode: "forceCommander", level: "D-2" };

/** Everything that a reader without exact figures finds on a day, by the year it is of, in each of the ways it can be asked. */
async function everythingTold(moment: string, vacancyIds: readonly string[], headers: Headers) {
  const told: (Told & { readonly year: string })[] = [];
  await at(new Date(moment), async () => {
    for (const search of ["", "?page=2", "?lang=fr", "?page=999&role=srsg"]) {
      const page = await balancePage(asked(`/balance${search}`, headers));
      expect(page.exact).toBe(false);
      told.push(...toldIn(page.figures.rows).map((one) => ({ ...one, year: page.figures.startsOn })));
    }
    for (const vacancyId of vacancyIds) {
      const page = await vacancyPage(asked(`/balance/vacancies/${vacancyId}`, headers, { vacancyId })).catch(
        (thrown: unknown) => thrown,
      );
      if (!isPage(page) || page.figures === null || page.vacancy.decidedAt === null) continue;
      const { roleKindCode, level, decidedAt } = page.vacancy;
      const row = {
        breakdown: "post" as const,
        key: `${roleKindCode} ${level}`,
        stages: page.figures.stages,
      };
      const year = reportingYear(decidedAt.slice(0, 10)).startsOn;
      told.push(...toldIn([row]).map((one) => ({ ...one, year })));
    }
  });
  return told;
}

const isPage = (page: unknown): page is Awaited<ReturnType<typeof vacancyPage>> =>
  typeof page === "object" && page !== null && "figures" in page;

/** What the page of targets says of nominations, as figures of the whole. */
async function toldByTargets(moment: string, headers: Headers) {
  const { targets } = await at(new Date(moment), () => targetsPage(asked("/targets", headers)));
  return targets.flatMap(({ subject, standing, as }) =>
    subject !== "nominations" || standing === null || as === null || !("from" in as)
      ? []
      : (["women", "men"] as const).map((which) => ({
          ...{ breakdown: "all" as const, key: "", stage: "nominated" as const, year: as.from },
          column: which === "women" ? ("woman" as const) : ("man" as const),
          value: standing.counted[which],
        })),
  );
}

const countsOf = (day: string): Promise<readonly FlowCount[]> => countDecided(database(), closedYear(day));

describe("everything that was published, kept by a reader over two years", () => {
  it("tells no count that is withheld: not by filters, dates, corrections or another vacancy decided", async () => {
    const first = [
      await aVacancy("2081-02-01T12:00:00Z", HEAD, [
        ["woman", "GH", 3],
        ["man", "GH", 14],
        ["man", "FR", 6],
        ["another", "FR", 1],
      ]),
      await aVacancy("2081-04-01T12:00:00Z", DEPUTY, [
        ["woman", "FR", 12],
        ["man", "GH", 9],
        ["notStated", "NP", 2],
      ]),
      await aVacancy("2081-05-01T12:00:00Z", COMMANDER, [
        ["man", "NP", 11],
        ["woman", "NP", 2],
        ["woman", "GH", 1],
      ]),
    ];
    const ids = first.map(({ vacancyId }) => vacancyId);
    must(
      await setTarget(await anAccount("secretariat", "Officer"), {
        ...{
          subject: "nominations",
          measure: "shareOfWomen",
          counting: "flow",
          value: 50,
          due: "2090-12-31",
        },
        ...{ source: "Invented for the tests", reason: "So that nominations are measured too" },
      }),
    );
    const nobody = new Headers();
    const focalPoint = await browserOf(await anAccount("focalPoint", "Focal point", { stateCode: "GH" }));
    const truthOfFirst = await countsOf("2081-09-01");
    const told = [
      ...(await everythingTold("2081-06-30T23:00:00Z", ids, nobody)),
      ...(await everythingTold("2081-07-01T00:00:00Z", ids, nobody)),
      ...(await everythingTold("2081-09-01T00:00:00Z", ids, focalPoint)),
    ];

    // A gender is put right, a case is merged away, and an earlier decision is entered late.
    const [corrected, merged] = first[0]?.candidacyIds.slice(2, 4) ?? [];
    const { personId } = await database().candidacy.findUniqueOrThrow({
      where: { id: corrected ?? "" },
      select: { personId: true },
    });
    await database().person.update({ where: { id: personId }, data: { gender: "man" } });
    await database().candidacy.update({ where: { id: merged ?? "" }, data: { state: "merged" } });
    const late = await aVacancy("2081-06-01T12:00:00Z", HEAD, [
      ["woman", "GH", 7],
      ["man", "FR", 8],
    ]);
    const second = await aVacancy("2082-03-01T12:00:00Z", HEAD, [
      ["woman", "FR", 4],
      ["man", "FR", 9],
      ["man", "NP", 5],
    ]);
    const all = [...ids, late.vacancyId, second.vacancyId];
    const truthOfSecond = await countsOf("2082-09-01");
    told.push(
      ...(await everythingTold("2081-11-01T00:00:00Z", all, focalPoint)),
      ...(await toldByTargets("2081-11-01T00:00:00Z", focalPoint)),
      ...(await everythingTold("2082-09-01T00:00:00Z", all, nobody)),
      ...(await toldByTargets("2082-09-01T00:00:00Z", focalPoint)),
    );

    for (const [year, truth] of [
      ["2080-07-01", truthOfFirst],
      ["2081-07-01", truthOfSecond],
    ] as const) {
      const ofYear = told.filter((one) => one.year === year);
      expect(ofYear.length).toBeGreaterThan(100);
      expect(ofYear.some(({ value }) => value === null)).toBe(true);
      const found = attack(ofYear, truth);
      expect(found.length).toBeGreaterThan(5);
      expect(leaks(found)).toEqual([]);
    }
  }, 240_000);
});
