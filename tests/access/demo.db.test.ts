import { describe, expect, it } from "vitest";
import { hasDemoAccounts, listDemoAccounts } from "#app/access/account.queries.server.ts";
import { DEMO_ACCOUNTS, type DemoFilter, demoFilterOf, demoSearch } from "#app/access/demo-filter.ts";
import { database } from "#app/platform/database.server.ts";
import { signInHint, whoIsThere } from "#app/platform/sign-in-hint.mjs";
import { countQueries } from "../support/query-count.ts";
import { anAccount } from "../support/screened-vacancy.ts";
import { aFocalPoint } from "../support/selection-story.ts";

const EVERYBODY: DemoFilter = { role: null, name: "", page: 1 };
const url = () => process.env.DATABASE_URL ?? "";

describe("signing in to a new installation", () => {
  it("is offered as far as somebody is there: nobody, accounts, or the demo's people", async () => {
    expect(await whoIsThere(url())).toBe("nobody");
    expect(await hasDemoAccounts()).toBe(false);
    await anAccount("secretariat", "Zoë Officer");
    expect(await whoIsThere(url())).toBe("accounts");
    await database().user.updateMany({ data: { demo: true } });
    expect(await whoIsThere(url())).toBe("demo");
    const hints = (["nobody", "accounts", "demo"] as const).map((who) => signInHint("http://a", who, false));
    expect(hints[0]).toMatch(/npm run account/);
    expect(hints[0]).not.toMatch(/demo/);
    expect(hints[1]).toMatch(/http:\/\/a\/sign-in/);
    expect(hints[1]).not.toMatch(/demo/);
    expect(hints[2]).toMatch(/http:\/\/a\/demo/);
    expect(signInHint("http://a", "demo", true)).not.toMatch(/demo|outbox/);
  });
});

describe("the demonstration's sign-ins", () => {
  it("shows the first of each role with how many there are, and all of them page by page or by name", async () => {
    for (let n = 0; n < DEMO_ACCOUNTS.page + 3; n += 1) await anAccount("mentor", `Mentor ${100 + n}`);
    await aFocalPoint("GH");
    await database().user.updateMany({ data: { demo: true } });
    await anAccount("mentor", "Mentor who is real");
    const { value: all, queries } = await countQueries(() => listDemoAccounts(EVERYBODY));
    expect(queries).toBe(1);
    const mentors = all.filter(({ role }) => role === "mentor");
    expect(mentors).toHaveLength(DEMO_ACCOUNTS.side);
    expect(mentors[0]).toMatchObject({ name: "Mentor 100", total: DEMO_ACCOUNTS.page + 3, states: [] });
    expect(all.find(({ role }) => role === "focalPoint")).toMatchObject({ states: ["GH"], total: 1 });
    const second = await listDemoAccounts({ ...EVERYBODY, role: "mentor", page: 2 });
    expect(second.map(({ name }) => name)).toEqual(["Mentor 160", "Mentor 161", "Mentor 162"]);
    const found = await listDemoAccounts({ ...EVERYBODY, name: "mENTOR 12" });
    expect(found.map(({ name }) => name)).toEqual(Array.from({ length: 10 }, (_, n) => `Mentor ${120 + n}`));
    expect(await listDemoAccounts({ ...EVERYBODY, name: "100%" })).toEqual([]);
  });

  it("is narrowed by its address", () => {
    const read = (query: string) => demoFilterOf(new URLSearchParams(query), 3);
    expect(read("role=mentor&name=%20Ann%20")).toEqual({ role: "mentor", name: "Ann", page: 3 });
    expect(read("role=king")).toEqual({ role: null, name: "", page: 1 });
    expect(demoSearch("mentor", { name: "" })).toBe("?role=mentor");
    expect(read(demoSearch("mentor", { name: "A&B" }).slice(1))).toMatchObject({ name: "A&B" });
  });
});
