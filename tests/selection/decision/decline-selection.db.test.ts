import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { readOwnCandidacy } from "#app/selection/candidate/own-candidacy.queries.server.ts";
import { closeVacancy } from "#app/selection/decision/close-vacancy.server.ts";
import { readDecision } from "#app/selection/decision/decision.queries.server.ts";
import { declineSelection } from "#app/selection/decision/decline-selection.server.ts";
import { appoint } from "#app/selection/decision/make-appointment.server.ts";
import { decide } from "#app/selection/decision/make-decision.server.ts";
import { nominationStatus } from "#app/selection/nomination/nomination-status.ts";
import { panelTasks } from "#app/selection/panel/panel-tasks.queries.server.ts";
import { readVacancy } from "#app/selection/vacancy/vacancy.queries.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { sendLetters } from "#tests/support/letters.ts";
import { must } from "#tests/support/must.ts";
import { aSignedReport } from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const REASONS = "Of those recommended, the one whose record fits this mission's transition best.";
const TERM = { startsOn: "2090-01-01", endsOn: "2091-01-01" };

/** Two recommended, the first of them selected; with the actor who is that person. */
async function aSelection() {
  const story = await aSignedReport();
  const decider = await anAccount("decisionMaker", "Decider");
  const [candidacyId = "", other = ""] = story.candidacyIds;
  const choose = (chosen: string) =>
    decide(decider, { vacancyId: story.vacancyId, candidacyId: chosen, reasons: REASONS });
  must(await choose(candidacyId));
  await sendLetters(story.officer, story.vacancyId);
  const { personId } = await database().candidacy.findUniqueOrThrow({ where: { id: candidacyId } });
  const selected: Actor = {
    ...{ userId: null, personId, name: "Selected", role: "candidate", stateCode: null },
    ...{ roles: [{ role: "candidate", stateCode: null }], locale: "en", timeZone: "UTC" },
  };
  return { ...story, decider, candidacyId, other, choose, selected };
}

/** The messages that tell a candidate how the case ended, or that it did not. */
const OUTCOMES = ["selected", "notSelected", "decisionReopened", "closedUnfilled"];

/** A focal point of the state that nominated, with what names them in the outbox. */
async function aFocalPointOf(candidacyId: string) {
  const { nomination } = await database().candidacy.findUniqueOrThrow({
    where: { id: candidacyId },
    select: { nomination: { select: { stateCode: true } } },
  });
  const { userId } = await anAccount("focalPoint", "Focal point", { stateCode: nomination.stateCode ?? "" });
  return { focalPoint: userId ?? "" };
}

const stateOf = async (id: string) => (await database().candidacy.findUniqueOrThrow({ where: { id } })).state;
const toldOf = (candidacyId: string) =>
  database().outgoingMail.findMany({
    where: { kind: "selectionDeclined", dedupeKey: { startsWith: `selectionDeclined:${candidacyId}:` } },
  });

describe("somebody selected who declines the post", () => {
  it("sends the case back, once, so that another recommended person is selected and appointed", async () => {
    const { vacancyId, candidacyId, other, choose, selected, decider, officer } = await aSelection();
    const order = { candidacyId, reason: "Another office calls." };
    const answers = await Promise.all([1, 2, 3].map(() => declineSelection(selected, order)));
    expect(answers.map(code)).toEqual(["ok", "ok", "ok"]);
    must(await declineSelection(selected, order));
    expect(code(await declineSelection(selected, { candidacyId, reason: "Another reason." }))).toBe(
      "wrongState",
    );
    const mails = (await toldOf(candidacyId)).map(({ dedupeKey }) => dedupeKey);
    expect(new Set(mails).size).toBe(mails.length);
    expect(await stateOf(candidacyId)).toBe("declined");
    const vacancy = await database().vacancy.findUniqueOrThrow({ where: { id: vacancyId } });
    expect(vacancy.state).toBe("reopened");
    expect(vacancy.decisionDueOn && vacancy.decisionDueOn > new Date()).toBe(true);
    const [event, ...more] = await events(candidacyId, "selection.declined");
    expect(more).toEqual([]);
    expect(event?.canonical).not.toContain("Another office");
    expect((await panelTasks(decider)).map(({ id }) => id)).toContain(`decide:${vacancyId}`);
    const page = await readDecision(decider, vacancyId);
    expect(page).toMatchObject({ decision: null, mayDecide: true, declined: [{ candidacyId }] });
    expect(JSON.stringify(page)).not.toContain("Another office");
    expect(code(await choose(candidacyId))).toBe("notRecommendedByPanel");
    must(await choose(other));
    expect(await stateOf(other)).toBe("selected");
    const stages = await database().stageEvent.count({
      where: { stage: "selected", candidacy: { vacancyId } },
    });
    expect(stages).toBe(1);
    await sendLetters(officer, vacancyId);
    must(await appoint(officer, { vacancyId, ...TERM }));
    const rules = ["declined-has-left", "selected-by-decision", "decided-on-a-report", "panel-in-step"];
    const broken = (await checkData(database())).map(({ rule }) => rule.name);
    expect(broken.filter((name) => rules.includes(name))).toEqual([]);
  });

  it("is told to those who decide, the secretariat and the state, and not why", async () => {
    const { candidacyId, selected, decider, officer } = await aSelection();
    const { nomination } = await database().candidacy.findUniqueOrThrow({
      where: { id: candidacyId },
      select: { nomination: { select: { stateCode: true } } },
    });
    const stateCode = nomination.stateCode ?? "";
    const focalPoint = await anAccount("focalPoint", "Focal point", { stateCode });
    must(await declineSelection(selected, { candidacyId, reason: "Another office calls." }));
    const told = await toldOf(candidacyId);
    const keys = told.map(({ dedupeKey }) => dedupeKey);
    for (const { userId } of [decider, officer, focalPoint])
      expect(keys).toContain(`selectionDeclined:${candidacyId}:${userId}`);
    expect(JSON.stringify(told)).not.toContain("Another office");
    const { history, state } = (await readOwnCandidacy(candidacyId)) ?? { history: [], state: null };
    expect(state).toBe("declined");
    expect(history.filter(({ kind }) => kind === "declined" || kind === "withdrawn")).toHaveLength(1);
  });

  it("tells each whose standing changes, once a change, and nobody twice or against what was told before", async () => {
    const { vacancyId, candidacyId, other, choose, selected, candidacyIds, officer } = await aSelection();
    const third = candidacyIds.find((id) => id !== candidacyId && id !== other) ?? "";
    const kinds = async (id: string) =>
      (
        await database().outgoingMail.findMany({
          where: { params: { path: ["link"], equals: paths.myCase(id) } },
          orderBy: { createdAt: "asc" },
        })
      ).flatMap(({ kind }) => (OUTCOMES.includes(kind) ? [kind] : []));
    const statusOf = async (id: string) => {
      const own = await readOwnCandidacy(id);
      return own && nominationStatus(own.state, own.vacancyState, own.told);
    };
    expect(await Promise.all([candidacyId, other, third].map(kinds))).toEqual([
      ["selected"],
      ["notSelected"],
      ["notSelected"],
    ]);
    const before = await statusOf(third);
    const { focalPoint } = await aFocalPointOf(other);
    must(await declineSelection(selected, { candidacyId, reason: "" }));
    expect(await Promise.all([candidacyId, other, third].map(statusOf))).toEqual([
      "declined",
      "reconsidered",
      before,
    ]);
    expect((await readVacancy(officer, vacancyId))?.counts).toContainEqual({ state: "declined", count: 1 });
    expect((await readOwnCandidacy(third))?.dates.decidedAt).not.toBeNull();
    must(await choose(other));
    // Decided, and not told: the page goes on saying what it said.
    expect(await statusOf(other)).toBe("reconsidered");
    await sendLetters(officer, vacancyId);
    expect(await statusOf(other)).toBe("selected");
    expect(await statusOf(third)).toBe(before);
    expect(await kinds(candidacyId)).toEqual(["selected"]);
    expect(await kinds(other)).toEqual(["notSelected", "decisionReopened", "selected"]);
    expect(await kinds(third)).toEqual(["notSelected"]);
    const toState = await database().outgoingMail.findMany({
      where: { dedupeKey: { contains: focalPoint }, kind: { in: ["stateTold", "stateToldReopened"] } },
      orderBy: { createdAt: "asc" },
    });
    expect(toState.map(({ kind, params }) => [kind, Object(params).outcome ?? null])).toEqual([
      ["stateToldReopened", null],
      ["stateTold", "selected"],
    ]);
  });

  it("leads, where the case is then closed, to one message to those considered again and none to the others", async () => {
    const { vacancyId, candidacyId, other, selected, officer } = await aSelection();
    must(await declineSelection(selected, { candidacyId, reason: "" }));
    must(await closeVacancy(officer, { vacancyId, reason: "Nobody else can take the mission on now." }));
    const told = await database().outgoingMail.findMany({
      where: { kind: "closedUnfilled", params: { path: ["post"], not: "" } },
    });
    const { candidacies } = await database().vacancy.findUniqueOrThrow({
      where: { id: vacancyId },
      select: { candidacies: { select: { id: true } } },
    });
    const keys = told.map(({ dedupeKey }) => dedupeKey);
    expect(candidacies.filter(({ id }) => keys.includes(`closedUnfilled:${id}`))).toEqual([{ id: other }]);
  });

  it("is the person's own to do, of a selection that stands, and before the appointment", async () => {
    const { vacancyId, candidacyId, other, selected, officer } = await aSelection();
    const order = { candidacyId, reason: "" };
    for (const actor of [officer, { ...selected, personId: randomUUID() }])
      expect(code(await declineSelection(actor, order))).toBe("notFound");
    expect(code(await declineSelection(selected, { candidacyId: randomUUID(), reason: "" }))).toBe(
      "notFound",
    );
    const { personId } = await database().candidacy.findUniqueOrThrow({ where: { id: other } });
    expect(code(await declineSelection({ ...selected, personId }, { candidacyId: other, reason: "" }))).toBe(
      "wrongState",
    );
    must(await appoint(officer, { vacancyId, ...TERM }));
    expect(code(await declineSelection(selected, order))).toBe("wrongState");
    expect(await toldOf(candidacyId)).toEqual([]);
  });

  it("and an appointment made at the same moment never both stand", async () => {
    for (let n = 0; n < 3; n += 1) {
      const { vacancyId, candidacyId, selected, officer } = await aSelection();
      const [declined, appointed] = await Promise.all([
        declineSelection(selected, { candidacyId, reason: "" }),
        appoint(officer, { vacancyId, ...TERM }),
      ]);
      expect([declined.ok, appointed.ok].filter(Boolean)).toHaveLength(1);
      expect(await stateOf(candidacyId)).toBe(declined.ok ? "declined" : "appointed");
      expect(await database().appointment.count({ where: { candidacyId } })).toBe(appointed.ok ? 1 : 0);
    }
  });
});
