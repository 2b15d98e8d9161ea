import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { listCompacts, readCompact } from "#app/cadre/compact.queries.server.ts";
import { compactTasks } from "#app/cadre/compact-tasks.queries.server.ts";
import { keepCompact, openCompact } from "#app/cadre/keep-compact.server.ts";
import { nameSupervisor } from "#app/cadre/name-supervisor.server.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { enterIncumbent } from "#app/selection/needs/enter-incumbent.server.ts";
import { code, events } from "#tests/support/cadre-story.ts";
import { dayIn } from "#tests/support/course-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aPost } from "#tests/support/selection-story.ts";

const YEAR = Number(dayIn(0).slice(0, 4));
/** Days until the term ends: so that the end of the year may be spoken of today, whatever the season. */
const ENDS_IN = 60;
const WORDS = "We spoke of the vacancies to come and of whom to look for.";
const note = (moment: "midYear" | "endYear") =>
  ({ intent: "note", moment, heldOn: dayIn(0), text: WORDS }) as const;

type Order = Parameters<typeof keepCompact>[2];
type Unread = Order extends infer O ? (O extends unknown ? Omit<O, "version"> : never) : never;

/** Notes or signs on what stands, as somebody does who has just opened the page. */
async function keep(actor: Actor, compactId: string, order: Unread) {
  const versions = (await readCompact(actor, compactId))?.versions ?? { note: 0, sign: 0 };
  return keepCompact(actor, compactId, { ...order, version: versions[order.intent] } as Order);
}

/** Kinds of post that are held at the level of a director. */
const DIRECTORS = ["chiefOfStaff", "policeCommissioner", "deputyForceCommander"];

/** A leader in post, as the mentee's role that leaders wear. */
async function aLeader(officer: Actor, roleKindCode: string, mission = "UNAMA", endsIn = ENDS_IN) {
  const { postId } = await aPost(
    officer,
    mission,
    roleKindCode,
    DIRECTORS.includes(roleKindCode) ? "D-2" : "ASG",
  );
  const email = `${randomUUID()}@example.org`;
  const incumbent = {
    ...{ givenName: "Lea", familyName: "Der", email, nationality: "GH" },
    gender: "woman",
    ...{ startsOn: dayIn(-100), endsOn: dayIn(endsIn), acting: false, offerMentor: false },
  } as const;
  const { appointmentId } = must(await enterIncumbent(officer, { postId, incumbent }));
  const { id, userId } = await database().person.findUniqueOrThrow({ where: { email } });
  const leader: Actor = {
    ...{ userId, personId: id, name: "Lea Der", role: "mentee", stateCode: null },
    ...{ roles: [{ role: "mentee", stateCode: null }], locale: "en", timeZone: "UTC" },
  };
  return { appointmentId, leader };
}

async function aCompact(roleKindCode: string, mission?: string, endsIn?: number) {
  const [officer, supervisor] = [
    await anAccount("secretariat", "Officer"),
    await anAccount("decisionMaker", "Decides"),
  ];
  const { appointmentId, leader } = await aLeader(officer, roleKindCode, mission, endsIn);
  const order = { appointmentId, year: YEAR, supervisorId: supervisor.userId ?? "" };
  const { compactId } = must(await openCompact(officer, order));
  return { officer, supervisor, leader, order, compactId };
}

describe("a leader's compact", () => {
  it("is opened once a year by the secretariat, for a year of the term, answering to a decision maker", async () => {
    const { officer, supervisor, order, leader } = await aCompact("srsg");
    expect(code(await openCompact(supervisor, order))).toBe("notPermitted");
    expect(code(await openCompact(officer, order))).toBe("compactThere");
    expect(code(await openCompact(officer, { ...order, year: YEAR + 4 }))).toBe("yearOutsideTerm");
    const other = { ...order, year: YEAR + 1 };
    const wrong = { ...other, supervisorId: officer.userId ?? "" };
    expect(code(await openCompact(officer, wrong))).toBe("supervisorUnknown");
    expect(code(await openCompact(officer, { ...other, supervisorId: leader.userId ?? "" }))).toBe(
      "supervisorUnknown",
    );
    expect(code(await openCompact(officer, { ...other, appointmentId: randomUUID() }))).toBe("leaderUnknown");
  });

  it("is read by its leader and decision makers; overseers see no notes, another leader sees nothing", async () => {
    const { officer, supervisor, leader, compactId } = await aCompact("forceCommander");
    const { leader: other } = await aLeader(officer, "chiefOfStaff");
    must(await keep(leader, compactId, note("midYear")));
    const colleague = await anAccount("decisionMaker", "Another");
    for (const reader of [leader, supervisor, colleague])
      expect((await readCompact(reader, compactId))?.notes).toHaveLength(1);
    for (const reader of [officer, await anAccount("auditor", "Auditor")])
      expect(await readCompact(reader, compactId)).toMatchObject({ notes: null, side: null });
    for (const reader of [
      other,
      await anAccount("candidate", "C"),
      { ...leader, role: "candidate" as const },
    ])
      expect(await readCompact(reader, compactId)).toBeNull();
    expect((await listCompacts(other, 1)).total).toBe(0);
    expect((await listCompacts(leader, 1)).compacts.map(({ id }) => id)).toEqual([compactId]);
    for (const writer of [other, colleague, officer])
      expect(code(await keep(writer, compactId, note("midYear")))).toBe("notFound");
    const [, noted] = await events(compactId);
    expect(noted?.kind).toBe("compact.noted");
    expect(noted?.canonical).not.toContain("vacancies to come");
  });

  it("is signed by both after both have noted the end of the year, and keeps its figures then", async () => {
    const { officer, supervisor, leader, compactId } = await aCompact("policeCommissioner");
    const sign = { intent: "sign" } as const;
    must(await keep(leader, compactId, note("endYear")));
    expect(code(await keep(leader, compactId, sign))).toBe("conversationMissing");
    const later = { ...note("endYear"), heldOn: dayIn(3) };
    expect(code(await keep(supervisor, compactId, later))).toBe("heldLater");
    must(await keep(supervisor, compactId, note("endYear")));
    const signed = { ...sign, version: 2 };
    const answers = await Promise.all([
      keepCompact(leader, compactId, signed),
      keepCompact(supervisor, compactId, signed),
      keepCompact(leader, compactId, signed),
    ]);
    expect(answers.map(code).toSorted()).toEqual(["compactSigned", "ok", "ok"]);
    const before = await readCompact(leader, compactId);
    expect(before).toMatchObject({ signed: true, mayNote: false, maySign: false });
    expect(before?.figures.find(({ indicator }) => indicator === "conversations")?.actual).toBe(1);
    await aLeader(officer, "deputyForceCommander");
    expect((await readCompact(leader, compactId))?.figures).toEqual(before?.figures);
    expect(code(await keep(supervisor, compactId, note("midYear")))).toBe("compactSigned");
  });

  it("names the day of a conversation within its year, and is signed once both agree on each", async () => {
    const { supervisor, leader, compactId } = await aCompact("headOfSpm");
    const sign = { intent: "sign" } as const;
    for (const heldOn of ["1945-01-01", `${YEAR - 1}-12-31`])
      for (const moment of ["midYear", "endYear"] as const)
        expect(code(await keep(leader, compactId, { ...note(moment), heldOn }))).toBe(`${moment}HeldOutside`);
    must(await keep(leader, compactId, note("endYear")));
    const first = {
      ...note("endYear"),
      heldOn: (await readCompact(leader, compactId))?.endOfYear.first ?? "",
    };
    must(await keep(supervisor, compactId, first));
    if (dayIn(0) !== first.heldOn)
      expect(code(await keep(supervisor, compactId, sign))).toBe("conversationDays");
    must(await keep(supervisor, compactId, note("endYear")));
    must(await keep(leader, compactId, note("midYear")));
    expect((await readCompact(leader, compactId))?.maySign).toBe(false);
    expect(code(await keep(leader, compactId, sign))).toBe("conversationHalf");
    must(await keep(supervisor, compactId, note("midYear")));
    must(await keep(leader, compactId, sign));
  });

  it("is noted and signed on what was read, and on nothing written since", async () => {
    const { supervisor, leader, compactId } = await aCompact("srsg", "MINURSO");
    const first = { ...note("endYear"), version: 0 };
    must(await keepCompact(leader, compactId, first));
    const otherTab = { ...first, text: "Written in another tab, before the first was kept." };
    expect(code(await keepCompact(leader, compactId, otherTab))).toBe("changedMeanwhile");
    must(await keepCompact(supervisor, compactId, first));
    const read = (await readCompact(supervisor, compactId))?.versions;
    expect(read).toEqual({ note: 1, sign: 2 });
    must(await keepCompact(leader, compactId, { ...otherTab, version: 1 }));
    const sign = { intent: "sign", version: read?.sign ?? 0 } as const;
    expect(code(await keepCompact(supervisor, compactId, sign))).toBe("changedMeanwhile");
    expect(await events(compactId, "compact.signed")).toEqual([]);
    must(await keepCompact(supervisor, compactId, { ...sign, version: 3 }));
    expect((await readCompact(supervisor, compactId))?.waitsFor).toBeNull();
  });

  it("does not take a conversation at the end of the year that is months before it", async () => {
    const { leader, compactId } = await aCompact("deputyForceCommander", "UNIFIL", 500);
    const january = { ...note("endYear"), heldOn: `${YEAR}-01-01` };
    expect(code(await keep(leader, compactId, january))).toBe("endYearHeldOutside");
  });

  it("says what a signature waits for", async () => {
    const { supervisor, leader, compactId, officer } = await aCompact("forceCommander", "MINURSO");
    const waits = async (reader: Actor) => (await readCompact(reader, compactId))?.waitsFor?.code ?? null;
    expect(await waits(leader)).toBe("conversationMissing");
    must(await keep(leader, compactId, note("endYear")));
    must(await keep(supervisor, compactId, note("endYear")));
    must(await keep(leader, compactId, note("midYear")));
    expect([await waits(leader), await waits(supervisor)]).toEqual(["conversationHalf", "conversationHalf"]);
    expect(await waits(officer)).toBeNull();
  });

  it("computes women in the mission's leadership from who is in post", async () => {
    const { leader, compactId, officer } = await aCompact("dsrsgPolitical");
    const team = async () =>
      (await readCompact(leader, compactId))?.figures.find(({ indicator }) => indicator === "team");
    expect(await team()).toMatchObject({ standing: "measured", actual: 100 });
    const { appointmentId } = await aLeader(officer, "dsrsgRcHc");
    const { personId } = await database().appointment.findUniqueOrThrow({ where: { id: appointmentId } });
    await database().person.update({ where: { id: personId }, data: { gender: "man" } });
    const actual = (await team())?.actual ?? 100;
    expect(actual).toBeGreaterThan(0);
    expect(actual).toBeLessThan(100);
  });
});

describe("whom a leader answers to", () => {
  const reason = "They left office at the end of the month, before the year was over.";
  /** Who was a decision maker is one no more. */
  const leaves = ({ userId }: Actor) =>
    database().roleGrant.updateMany({ where: { userId: userId ?? "" }, data: { revokedAt: new Date() } });
  const naming = (from: Actor, to: Actor) => ({
    ...{ fromId: from.userId ?? "", supervisorId: to.userId ?? "", reason },
  });

  it("is somebody else once the secretariat names them, who signs what the first could not", async () => {
    const { officer, supervisor, leader, compactId } = await aCompact("policeCommissioner", "UNMISS");
    const next = await anAccount("decisionMaker", "Next");
    for (const side of [leader, supervisor]) must(await keep(side, compactId, note("endYear")));
    await leaves(supervisor);
    expect(await readCompact(officer, compactId)).toMatchObject({ supervisorLeft: true, mayName: true });
    expect((await compactTasks(officer)).map(({ to }) => to)).toContain(paths.compactSupervisor(compactId));
    must(await nameSupervisor(officer, compactId, naming(supervisor, next)));
    expect((await compactTasks(officer)).map(({ to }) => to)).not.toContain(
      paths.compactSupervisor(compactId),
    );
    expect((await compactTasks(next)).map(({ title }) => title)).toEqual(["compact.task.sign"]);
    const read = await readCompact(next, compactId);
    expect(read).toMatchObject({ side: "supervisor", maySign: true, supervisorLeft: false });
    expect(read?.notes?.find(({ side }) => side === "supervisor")?.writer).toBe(supervisor.name);
    expect(read?.successions).toMatchObject([{ name: supervisor.name, reason }]);
    expect(code(await keep(supervisor, compactId, { intent: "sign" }))).toBe("notFound");
    for (const side of [next, leader]) must(await keep(side, compactId, { intent: "sign" }));
    expect((await readCompact(leader, compactId))?.signed).toBe(true);
    const [named] = await events(compactId, "compact.supervisorNamed");
    expect(named?.canonical).not.toContain("left office");
  });

  it("is named by the secretariat alone, once, on what was read, and not after that side has signed", async () => {
    const { officer, supervisor, leader, compactId } = await aCompact("srsg", "UNMISS");
    const [next, other] = [
      await anAccount("decisionMaker", "Next"),
      await anAccount("decisionMaker", "Other"),
    ];
    for (const actor of [supervisor, leader, await anAccount("auditor", "A")])
      expect(code(await nameSupervisor(actor, compactId, naming(supervisor, next)))).toBe("notPermitted");
    for (const wrong of [supervisor, leader, officer])
      expect(code(await nameSupervisor(officer, compactId, naming(supervisor, wrong)))).toBe(
        "supervisorUnknown",
      );
    const answers = await Promise.all([
      nameSupervisor(officer, compactId, naming(supervisor, next)),
      nameSupervisor(officer, compactId, naming(supervisor, other)),
    ]);
    expect(answers.map(code).toSorted()).toEqual(["changedMeanwhile", "ok"]);
    const named = answers[0]?.ok ? next : other;
    for (const side of [leader, named]) must(await keep(side, compactId, note("endYear")));
    must(await keep(named, compactId, { intent: "sign" }));
    expect(code(await nameSupervisor(officer, compactId, naming(named, supervisor)))).toBe(
      "supervisorSigned",
    );
    expect((await readCompact(officer, compactId))?.mayName).toBe(false);
  });
});
