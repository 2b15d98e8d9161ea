import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readProjection } from "#app/gender/projection-page.queries.server.ts";
import { projectionQuerySchema } from "#app/gender/projection-query.ts";
import { database } from "#app/platform/database.server.ts";
import { loader as page } from "#app/routes/projection._index.tsx";
import { loader as exported } from "#app/routes/projection.export.$format.tsx";
import { enterIncumbent } from "#app/selection/needs/enter-incumbent.server.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aPost } from "#tests/support/selection-story.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

const TODAY = new Date().toISOString().slice(0, 10);
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const asNow = (changes: object = {}) => projectionQuerySchema(TODAY).parse(changes);

async function aHolder(postId: string, gender: "woman" | "man", changes: object = {}) {
  const officer = await anAccount("secretariat", "Officer");
  const incumbent = {
    ...{ givenName: "Ama", familyName: "Mensah", email: `${randomUUID()}@example.org`, gender },
    ...{ nationality: "GH", startsOn: dayIn(-100), endsOn: dayIn(300), acting: false, offerMentor: false },
    ...changes,
  };
  must(await enterIncumbent(officer, { postId, incumbent }));
}

describe("a projection", () => {
  it("starts from posts and terms as they are, heads and deputies apart, acting leaders apart", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const before = await readProjection(asNow({ list: "deputies" }), TODAY, null);
    const heads = await readProjection(asNow({ list: "heads" }), TODAY, null);
    const { postId: held } = await aPost(officer, "UNMISS", "dsrsgPolitical", "ASG");
    const { postId: vacant } = await aPost(officer, "MONUSCO", "dsrsgPolitical", "ASG");
    await aHolder(held, "woman");
    await aHolder(vacant, "man", { acting: true });
    const { counts } = await readProjection(asNow({ list: "deputies" }), TODAY, null);
    expect(counts).toEqual({
      ...before.counts,
      women: before.counts.women + 1,
      vacant: before.counts.vacant + 1,
      acting: before.counts.acting + 1,
      all: before.counts.all + 2,
    });
    expect((await readProjection(asNow({ list: "heads" }), TODAY, null)).counts).toEqual(heads.counts);
  });

  it("takes its target and the share among appointments from the figures, unless told otherwise", async () => {
    const told = await readProjection(asNow({ list: "deputies" }), TODAY, null);
    expect(told.settings).toMatchObject({ target: 0.5, due: "2028-12-31" });
    const { women, men } = told.appointed;
    expect(told.scenarios[0]?.share).toBe(women + men === 0 ? 0.5 : women / (women + men));
    const other = await readProjection(asNow({ list: "deputies", target: 40, share: 90 }), TODAY, null);
    expect(other.settings.target).toBe(0.4);
    expect(other.scenarios[0]?.share).toBe(0.9);
  });

  it("shows how the bench is made up only to those who see exact figures", async () => {
    const reader = await anAccount("focalPoint", "Reads", { stateCode: "GH" });
    const told = await page(asked("/projection", await browserOf(reader)));
    expect(told.page.bench).toBeNull();
    expect(told.page.scenarios.some(({ key }) => key === "bench")).toBe(false);
    const typed = await page(asked("/projection?bench=40", await browserOf(reader)));
    expect(typed.page.scenarios.find(({ key }) => key === "bench")?.share).toBe(0.4);
  });

  it("that is asked for wrongly says so beside the field, and keeps what was typed", async () => {
    const reader = await anAccount("decisionMaker", "Reads");
    const told = await page(asked("/projection?renewal=200&term=36", await browserOf(reader)));
    expect(told.valid).toBe(false);
    expect(told.reply.lastResult.error).toHaveProperty("renewal");
    expect(told.reply.lastResult.initialValue).toMatchObject({ renewal: "200" });
  });

  it("is for whoever has signed in", async () => {
    await expect(page(asked("/projection"))).rejects.toBeInstanceOf(Response);
    await expect(
      exported(asked("/projection/export/csv", new Headers(), { format: "csv" })),
    ).rejects.toBeInstanceOf(Response);
  });

  it("is exported with its note inside and a line for every month of every scenario", async () => {
    const reader = await anAccount("auditor", "Reads");
    const headers = await browserOf(reader);
    const answer = await exported(
      asked("/projection/export/csv?horizon=24&list=deputies", headers, { format: "csv" }),
    );
    const text = await answer.text();
    const told = await readProjection(asNow({ list: "deputies", horizon: 24 }), TODAY, null);
    const months = told.scenarios.reduce((sum, { projection }) => sum + projection.months.length, 0);
    expect(
      text.split("\r\n").filter((line) => /"\d{4}-\d{2}","0\.\d{6}"|"\d{4}-\d{2}","1\.0{6}"/.test(line)),
    ).toHaveLength(months);
    expect(text).toContain("It is no forecast");
    const book = await exported(asked("/projection/export/xlsx", headers, { format: "xlsx" }));
    expect(book.headers.get("content-type")).toContain("spreadsheetml");
    await expect(exported(asked("/projection/export/pdf", headers, { format: "pdf" }))).rejects.toMatchObject(
      {
        status: 404,
      },
    );
    const wrong = exported(asked("/projection/export/csv?term=1", headers, { format: "csv" }));
    await expect(wrong).rejects.toMatchObject({ status: 400 });
  });

  it("asks the database the same number of times, however many posts there are", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const headers = await browserOf(officer);
    const look = () => countQueries(() => page(asked("/projection?list=deputies", headers)));
    await look();
    const before = await look();
    const { postId: id } = await aPost(officer, "MINURSO", "dsrsgPolitical", "ASG");
    await aHolder(id, "man");
    const after = await look();
    expect(after.value.page.counts.all).toBe(before.value.page.counts.all + 1);
    expect(after.queries).toBe(before.queries);
    expect(after.queries).toBeLessThanOrEqual(16);
  });
});

it("leaves missions that are closed out", async () => {
  const before = await readProjection(asNow({ list: "heads" }), TODAY, null);
  const closed = await database().mission.findFirstOrThrow({ where: { endsOn: { lt: new Date(TODAY) } } });
  await database().post.create({ data: { missionId: closed.id, roleKindCode: "srsg", level: "USG" } });
  expect((await readProjection(asNow({ list: "heads" }), TODAY, null)).counts).toEqual(before.counts);
});
