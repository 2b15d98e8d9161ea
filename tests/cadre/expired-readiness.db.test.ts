import fc from "fast-check";
import { expect, it } from "vitest";
import { readBench } from "#app/cadre/bench.queries.server.ts";
import { peopleIn } from "#app/cadre/bench.ts";
import { readPosts } from "#app/cadre/demand.queries.server.ts";
import { exportBench } from "#app/cadre/export-bench.server.ts";
import { orderByFit } from "#app/cadre/fit-order.queries.server.ts";
import { readHeldData } from "#app/cadre/held-data.queries.server.ts";
import { heldRows } from "#app/cadre/held-rows.queries.server.ts";
import { makeFitSheet } from "#app/cadre/make-fit-sheet.server.ts";
import { listMembers } from "#app/cadre/member.queries.server.ts";
import { listAnnounced } from "#app/cadre/open-vacancy.queries.server.ts";
import { levelOn, READINESS_LEVELS, type ReadinessLevel } from "#app/cadre/readiness.ts";
import { countReadyNow } from "#app/cadre/ready-now.queries.server.ts";
import { listNextInLine } from "#app/cadre/succession.queries.server.ts";
import { cadreTasks } from "#app/cadre/tasks.queries.server.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { formatter } from "#app/i18n/format.ts";
import { translator } from "#app/i18n/translate.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { anActiveMember } from "#tests/support/cadre-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { anOpenCall } from "#tests/support/selection-story.ts";

const DAY = 86_400_000;
const dayAfter = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** Members of one kind of post whose findings are set to what each run draws. */
async function someMembers() {
  const call = await anOpenCall("MINUSCA", "srsg", "USG");
  const members = [];
  for (const gender of ["woman", "man", "another", "notStated", "woman", "man"] as const) {
    const said = {
      languages: [
        { code: "en", level: 3 },
        { code: "fr", level: 3 },
      ],
    };
    members.push({ gender, ...(await anActiveMember(call.officer, { gender, nationality: "SN" }, said)) });
  }
  return { ...call, members };
}

it("nobody is ready past the expiry: in no list, figure, order, succession, task or export", async () => {
  const { officer, postId, members } = await someMembers();
  const auditor = await anAccount("auditor", "Auditor");
  const t = translator("en", await loadMessages("en"));
  const format = formatter("en", "UTC");
  const drawn = fc.array(
    fc.record({ level: fc.constantFrom(...READINESS_LEVELS), left: fc.integer({ min: -3, max: 3 }) }),
    { minLength: members.length, maxLength: members.length },
  );
  await fc.assert(
    fc.asyncProperty(drawn, fc.integer({ min: -2, max: 2 }), async (findings, shift) => {
      const today = dayAfter(shift);
      const model = new Map<string, ReadinessLevel | null>();
      for (const [n, { membershipId }] of members.entries()) {
        const { level, left } = findings[n] ?? { level: "now" as const, left: 0 };
        const expiresOn = dayAfter(left);
        model.set(membershipId, levelOn({ level, expiresOn }, today));
        await database().readiness.updateMany({
          where: { membershipId },
          data: { level, expiresOn: new Date(expiresOn) },
        });
      }
      const ready = [...model].filter(([, level]) => level !== null).map(([id]) => id);
      const readyAt = (level: ReadinessLevel) => [...model].filter(([, one]) => one === level).length;
      await at(new Date(`${today}T12:00:00Z`), async () => {
        const listed = await listMembers(officer, { role: "srsg" }, { page: 1, perPage: 50 });
        expect(listed.members.map(({ id }) => id).toSorted()).toEqual(ready.toSorted());
        const everybody = await listMembers(officer, {}, { page: 1, perPage: 50 });
        expect(everybody.counts.role.srsg ?? 0).toBe(ready.length);
        for (const level of READINESS_LEVELS) expect(everybody.counts.level[level] ?? 0).toBe(readyAt(level));
        for (const { id, readiness } of everybody.members)
          expect(readiness.map(({ level }) => level)).toEqual(model.get(id) ? [model.get(id)] : []);

        const { posts, covers } = await readBench();
        const bench = posts.find(({ id }) => id === postId)?.bench;
        expect(bench && [bench.now, bench.soon, bench.later].map(peopleIn)).toEqual(
          READINESS_LEVELS.map(readyAt),
        );
        expect(covers.find(({ roleKindCode }) => roleKindCode === "srsg")?.people).toBe(readyAt("now"));
        const sheet = await exportBench(auditor, { format: "csv" }, t);
        const cells =
          String(sheet.ok && sheet.value)
            .split("\r\n")[1]
            ?.split(",") ?? [];
        const figures = cells.slice(5, 20).map((cell) => Number(cell.replaceAll('"', "")));
        expect(figures.reduce((sum, figure) => sum + figure, 0)).toBe(ready.length);

        const projected = await countReadyNow("heads", today);
        const ofGender = (gender: string) =>
          members.filter((one) => model.get(one.membershipId) === "now" && one.gender === gender).length;
        expect(projected).toEqual({ women: ofGender("woman"), men: ofGender("man") });

        const [post] = await readPosts(undefined, postId);
        const ordered = post ? await orderByFit(officer, post.demand, { page: 1, perPage: 10 }) : [];
        expect(ordered.map(({ membershipId }) => membershipId).toSorted()).toEqual(ready.toSorted());
        const fitting = await makeFitSheet(
          officer,
          { list: "fitToPost", post: postId, format: "csv" },
          t,
          50,
        );
        expect([fitting?.total, fitting?.rows.length]).toEqual([ready.length, ready.length]);
        for (const level of READINESS_LEVELS) {
          const found = t("fit.ready", { level: t(`cadre.readiness.${level}`) });
          expect(fitting?.rows.filter((row) => row.join("\n").includes(found))).toHaveLength(readyAt(level));
        }
        const next = await listNextInLine("MINUSCA");
        const named = next.flatMap(({ women, men, others }) => [...women, ...men, ...others]);
        expect(named.map(({ id }) => id).toSorted()).toEqual(ready.toSorted());

        for (const { membershipId, member } of members) {
          const level = model.get(membershipId) ?? null;
          for (const vacancy of await listAnnounced(membershipId)) expect(vacancy.readiness).toBe(level);
          const data = await readHeldData(member.personId ?? "");
          const rows = data ? heldRows(data, { t, format, today, stateOf: String, roleOf: String }) : [];
          const held = rows.find(({ what }) => what === "Readiness")?.held ?? "";
          expect(held.includes("holds no more")).toBe(level === null);
          const ending = (await cadreTasks(member)).some(({ title }) => title === "cadre.task.ending");
          expect(ending).toBe(level !== null);
        }
      });
    }),
    { numRuns: 6 },
  );
}, 120_000);
