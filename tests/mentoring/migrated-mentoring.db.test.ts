import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  aMentor,
  anEvent,
  aPerson,
  around,
  eachOnEmptyDatabase,
  insert,
} from "#tests/support/migrated-rows.ts";

eachOnEmptyDatabase();

describe("what mentoring had before", () => {
  it("leave mentors where they stood, but for who had confirmed nothing, and give chosen languages a level", async () => {
    const [confirmed, never, needer] = [aPerson(), aPerson(), aPerson()];
    const resting = { state: "resting", statedGivenName: "Ama", statedFamilyName: "Typed" };
    const need = {
      ...{ id: randomUUID(), appointmentId: randomUUID(), personId: needer.id, state: "stated" },
      ...{ topics: ["crisis"], languages: ["en", "fr"], avoidMentorIds: [], dueOn: "2027-01-01" },
    };
    const rows = await around(
      "_states_of_readiness",
      async (client) => {
        for (const person of [confirmed, never, needer]) await insert(client, "Person", person);
        await insert(client, "Mentor", { ...aMentor(confirmed.id), ...resting, topics: ["crisis"] });
        await insert(client, "Mentor", { ...aMentor(never.id), ...resting });
        for (const code of ["en", "fr"])
          await insert(client, "Language", { code, nameEn: code, nameFr: code });
        await insert(client, "PersonLanguage", { personId: needer.id, languageCode: "en", level: 3 });
        await insert(client, "MentorshipNeed", need);
      },
      `select (select array_agg(m.state::text order by m.state) from "Mentor" m) as states,
         (select array_agg(l."languageCode" || l.level order by l."languageCode") from "NeedLanguage" l) as spoken`,
    );
    expect(rows).toEqual([{ states: ["pledged", "resting"], spoken: ["en3", "fr2"] }]);
  });

  it("leaves clear comments of feedback for the app to seal, and takes away what a short one could be guessed by", async () => {
    const [said, silent] = [randomUUID(), randomUUID()];
    const rows = await around(
      "comments_of_feedback_sealed",
      async (client) => {
        for (const [n, sessionId] of [said, silent].entries()) {
          const comment = n === 0 ? "Too short." : "";
          await insert(client, "SessionFeedback", {
            sessionId,
            personId: randomUUID(),
            usefulness: 3,
            comment,
          });
          const id = randomUUID();
          await insert(client, "RecordEvent", anEvent(id, "feedback.given", "session", sessionId, {}));
          await insert(client, "RecordSalt", { eventId: id, field: "feedback", salt: "00" });
        }
      },
      `select f."clearComment", f."sealedComment", (select count(*)::int from "RecordSalt" s join "RecordEvent" e on e."id" = s."eventId"
         where e."subjectId" = f."sessionId"::text) as salts from "SessionFeedback" f order by 1 nulls last`,
    );
    expect(rows).toEqual([
      { clearComment: "Too short.", sealedComment: null, salts: 0 },
      { clearComment: null, sealedComment: null, salts: 1 },
    ]);
  });

  it("give each answer to a concern to the officer who wrote it", async () => {
    const concernId = randomUUID();
    const said = (fromRaiser: boolean, day: number) => ({
      ...{ id: randomUUID(), concernId, fromRaiser, sealedText: `${day}`, writtenAt: `2026-09-0${day}` },
    });
    const rows = await around(
      "who_answered_a_concern",
      async (client) => {
        for (const id of ["first", "second"])
          await insert(client, "User", { id, name: id, email: `${id}@example.org`, updatedAt: new Date() });
        await insert(client, "Concern", {
          ...{ id: concernId, personId: randomUUID(), engagementId: randomUUID(), contact: "conduct" },
          ...{ handlerId: "second", raisedAt: "2026-09-01", state: "handled" },
        });
        for (const one of [said(true, 1), said(false, 2), said(true, 3), said(false, 4), said(false, 5)])
          await insert(client, "ConcernMessage", one);
        // The record of the last answer is from before there was one.
        for (const actorId of ["first", "second"]) {
          const event = anEvent(randomUUID(), "concern.answered", "concern", concernId, {});
          await insert(client, "RecordEvent", { ...event, actorId });
        }
      },
      `select "sealedText" as "day", "officerId" from "ConcernMessage" order by "writtenAt"`,
    );
    expect(rows).toEqual([
      { day: "1", officerId: null },
      { day: "2", officerId: "first" },
      { day: "3", officerId: null },
      { day: "4", officerId: "second" },
      { day: "5", officerId: "second" },
    ]);
  });

  it("put who left before they were ever in the pool back to their pledge, and nobody else", async () => {
    const mentors = {
      early: [["mentor.left", { from: "confirmed" }]],
      twice: [
        ["mentor.updated", { to: "available" }],
        ["mentor.left", { from: "available" }],
      ],
      cameBack: [
        ["mentor.left", { from: "briefed" }],
        ["mentor.updated", { from: "resting", to: "available" }],
      ],
      rests: [],
    } as const;
    const rows = await around(
      "who_left_before_the_pool",
      async (client) => {
        for (const [name, told] of Object.entries(mentors)) {
          const mentor = { ...aMentor(randomUUID()), state: "resting", biography: name };
          await insert(client, "Mentor", { ...mentor, statedGivenName: "A", statedFamilyName: "B" });
          for (const [kind, facts] of told)
            await insert(client, "RecordEvent", anEvent(randomUUID(), kind, "mentor", mentor.id, facts));
        }
      },
      `select "biography" as "name", "state"::text from "Mentor" order by 1`,
    );
    expect(rows).toEqual([
      { name: "cameBack", state: "resting" },
      { name: "early", state: "pledged" },
      { name: "rests", state: "resting" },
      { name: "twice", state: "resting" },
    ]);
  });

  it("make the first version of what mentors went through of what there was", async () => {
    const mentorId = randomUUID();
    const rows = await around(
      "standards_in_versions",
      async (client) => {
        const words = { titleEn: "T", titleFr: "T", textEn: "E", textFr: "F" };
        await insert(client, "InductionStep", { code: "mission", position: 0, ...words });
        await insert(client, "InductionDone", {
          ...{ mentorId, stepCode: "mission", doneOn: "2026-09-01", markedById: "x", byMentor: true },
        });
      },
      `select d."version", v."textFr", v."dueOn" from "InductionDone" d
       join "InductionStepVersion" v on v."stepCode" = d."stepCode" and v."version" = d."version"`,
    );
    expect(rows).toEqual([{ version: 1, textFr: "F", dueOn: null }]);
  });
});
