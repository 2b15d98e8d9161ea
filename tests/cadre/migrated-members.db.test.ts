import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { aPerson, around, eachOnEmptyDatabase, insert } from "#tests/support/migrated-rows.ts";

eachOnEmptyDatabase();

describe("members of the cadre who were there before it ran over years", () => {
  it("let members go on as what they agreed to, and lapse where nothing holds any more", async () => {
    const people = [aPerson(), aPerson(), aPerson()];
    const memberships = people.map(({ id: personId }, n) => ({
      ...{ id: randomUUID(), personId, state: n === 2 ? "proposed" : "active", enteredVia: "direct" },
      ...{ reason: `member ${n}`, enteredAt: "2026-01-01", confirmedAt: n === 2 ? null : "2026-02-01" },
    }));
    const rows = await around(
      "_the_cadre_over_years",
      async (client) => {
        for (const person of people) await insert(client, "Person", person);
        await insert(client, "Profile", {
          ...{
            personId: people[0]?.id,
            visionStatement: "",
            seniorYears: 21,
            fieldMissions: 2,
            deployableDays: 45,
          },
          ...{ currentPost: "", completedAt: "2026-01-01" },
        });
        for (const [n, membership] of memberships.entries()) {
          await insert(client, "CadreMembership", membership);
          await insert(client, "Readiness", {
            ...{ id: randomUUID(), membershipId: membership.id, roleKindCode: "srsg", level: "now" },
            ...{
              evidence: "Sample.",
              assessedById: "officer",
              expiresOn: n === 1 ? "2026-03-01" : "2090-01-01",
            },
          });
        }
      },
      `select m."reason", m."state"::text, m."lapsedAt"::date::text as lapsed, m."seniorYears", m."deployableWithin",
         (select string_agg(c."purpose"::text || ':' || c."given", ',') from "CadreConsent" c
          where c."membershipId" = m."id") as consents
       from "CadreMembership" m order by m."reason"`,
    );
    const nothing = { lapsed: null, seniorYears: null, deployableWithin: null };
    expect(rows).toEqual([
      {
        ...{ reason: "member 0", state: "active", lapsed: null, consents: "vacancies:true" },
        ...{ seniorYears: 21, deployableWithin: 60 },
      },
      { ...nothing, reason: "member 1", state: "lapsed", lapsed: "2026-03-01", consents: "vacancies:true" },
      { ...nothing, reason: "member 2", state: "proposed", consents: null },
    ]);
  });
});
