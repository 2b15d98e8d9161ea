import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { allotAfterClosing } from "#app/cadre/allot-seats.server.ts";
import { readCourse, readCourseEffect, readSeat } from "#app/cadre/course.queries.server.ts";
import { recordAttendance, seatOutOfTurn, withdrawFromCourse } from "#app/cadre/decide-seat.server.ts";
import { addCourse, changeCourse } from "#app/cadre/keep-course.server.ts";
import { nominateByState, nominateMember } from "#app/cadre/nominate-to-course.server.ts";
import { proposeMember } from "#app/cadre/propose-member.server.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { code, events, memberOf, profile, proposal, stateProfile } from "#tests/support/cadre-story.ts";
import {
  aCourse,
  dayIn,
  nominated,
  nomineeOf,
  someCourse,
  someNominee,
  standing,
} from "#tests/support/course-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aFocalPoint } from "#tests/support/selection-story.ts";

const versionOf = async (id: string) =>
  (await database().courseNomination.findUniqueOrThrow({ where: { id } })).version;
const attend = async (officer: Actor, nominationId: string, attendance: "completed" | "absent") =>
  recordAttendance(officer, { nominationId, attendance, version: await versionOf(nominationId) });

const REASON = "Leads the mission that opens next month, and nobody else is free.";
const mails = (kind: string, id: string) =>
  database().outgoingMail.count({ where: { kind, dedupeKey: { startsWith: `${kind}:${id}:` } } });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

describe("a seat in a course", () => {
  it("goes to who is nominated while there is one, then to the waiting list, and each is told once", async () => {
    const { courseId } = await aCourse();
    const focalPoint = await aFocalPoint("GH");
    const ids = await nominated(focalPoint, courseId, "man", "man", "man");
    expect(await standing(ids)).toEqual(["seated", "seated", "waiting"]);
    expect(await mails("courseSeated", ids[0] ?? "")).toBe(1);
    expect(await mails("courseWaiting", ids[0] ?? "")).toBe(0);
    expect(await mails("courseWaiting", ids[2] ?? "")).toBe(1);
    const kinds = (await events(ids[0] ?? "")).map(({ kind, canonical }) => {
      expect(canonical).not.toContain("Is to lead");
      return kind;
    });
    expect(kinds).toEqual(["course.nominated", "course.seated"]);
  });

  it("goes to nobody twice when two are nominated to the last one at once", async () => {
    const { courseId } = await aCourse({ seats: 1 });
    const [ghana, nepal] = [await aFocalPoint("GH"), await aFocalPoint("NP")];
    const answers = await Promise.all([
      nominateByState(ghana, { courseId, nominee: someNominee() }),
      nominateByState(nepal, { courseId, nominee: someNominee("woman") }),
    ]);
    const states = await standing(answers.map((answer) => must(answer).nominationId));
    expect(states.toSorted()).toEqual(["seated", "waiting"]);
  });

  it("moves up in the transaction that frees it, once, when two withdraw at once", async () => {
    const { courseId } = await aCourse();
    const focalPoint = await aFocalPoint("GH");
    const ids = await nominated(focalPoint, courseId, "man", "man", "man", "man", "man");
    const [first = "", second = "", third = ""] = ids;
    const answers = await Promise.all([
      withdrawFromCourse(focalPoint, first),
      withdrawFromCourse(await nomineeOf(second), second),
    ]);
    expect(answers.map(code)).toEqual(["ok", "ok"]);
    expect(await standing(ids)).toEqual(["withdrawn", "withdrawn", "seated", "seated", "waiting"]);
    expect(await mails("courseSeated", third)).toBe(1);
  });

  it("is kept for women until nominations close, and then released by a job that may run twice", async () => {
    const { courseId } = await aCourse({ seats: 4, womenPercent: 50 });
    const ids = await nominated(await aFocalPoint("GH"), courseId, "man", "man", "man", "woman", "man");
    expect(await standing(ids)).toEqual(["seated", "seated", "waiting", "seated", "waiting"]);
    await allotAfterClosing(courseId);
    expect((await standing(ids))[2]).toBe("waiting");
    for (let run = 0; run < 2; run += 1) await at(inDays(31), () => allotAfterClosing(courseId));
    expect(await standing(ids)).toEqual(["seated", "seated", "seated", "seated", "waiting"]);
    expect(await mails("courseSeated", ids[2] ?? "")).toBe(1);
  });

  it("is given out of turn only for a reason, by the secretariat, while one is free", async () => {
    const { officer, courseId } = await aCourse({ seats: 2, womenPercent: 50 });
    const focalPoint = await aFocalPoint("GH");
    const [, waiting = "", last = ""] = await nominated(focalPoint, courseId, "man", "man", "man");
    const order = { nominationId: waiting, reason: REASON };
    expect(code(await seatOutOfTurn(focalPoint, order))).toBe("notPermitted");
    must(await seatOutOfTurn(officer, order));
    expect(code(await seatOutOfTurn(officer, order))).toBe("wrongState");
    expect(code(await seatOutOfTurn(officer, { ...order, nominationId: last }))).toBe("noSeatFree");
    expect(await readSeat(officer, waiting)).toMatchObject({ state: "seated", exception: REASON });
    expect((await readSeat(focalPoint, waiting))?.exception).toBeNull();
    expect(await events(waiting, "course.exception")).toHaveLength(1);
  });

  it("is added to by a larger course, which gives it to who waits; a smaller one than is taken is refused", async () => {
    const { officer, courseId } = await aCourse();
    const ids = await nominated(await aFocalPoint("GH"), courseId, "man", "man", "man");
    const change = (seats: number, version: number) =>
      changeCourse(officer, { courseId, version, entry: someCourse({ seats }) });
    expect(code(await change(1, 0))).toBe("seatsTaken");
    must(await change(3, 0));
    expect(await standing(ids)).toEqual(["seated", "seated", "seated"]);
    expect(code(await change(4, 0))).toBe("changedMeanwhile");
  });
});

describe("a course in the catalogue", () => {
  it("is entered once by a form that is sent twice, and another time where anything of it differs", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const entry = someCourse();
    const answers = await Promise.all([1, 2, 3].map(() => addCourse(officer, entry)));
    expect(new Set(answers.map((answer) => must(answer).courseId)).size).toBe(1);
    const { courseId } = must(await addCourse(officer, { ...entry, venue: "Dakar" }));
    expect(answers.map((answer) => must(answer).courseId)).not.toContain(courseId);
  });
});

describe("a course that was held", () => {
  it("is not moved to a day to come, and never gives more seats than it has", async () => {
    const { officer, courseId } = await aCourse();
    const [first = "", second = "", third = ""] = await nominated(
      await aFocalPoint("GH"),
      courseId,
      ...(["man", "man", "man"] as const),
    );
    await at(inDays(75), async () => {
      must(await attend(officer, first, "completed"));
      must(await attend(officer, second, "absent"));
      const later = { startsOn: dayIn(400), endsOn: dayIn(410), closesOn: dayIn(300) };
      const move = { courseId, version: 0, entry: someCourse(later) };
      expect(code(await changeCourse(officer, move))).toBe("courseHeld");
      expect(code(await changeCourse(officer, { ...move, entry: someCourse({ seats: 1 }) }))).toBe(
        "seatsTaken",
      );
      must(
        await changeCourse(officer, { ...move, entry: someCourse({ title: "The course as it was held" }) }),
      );
    });
    // A row from before such a move was refused: its seats stay taken.
    await database().course.update({
      where: { id: courseId },
      data: { startsOn: inDays(400), endsOn: inDays(410), closesOn: inDays(300) },
    });
    await allotAfterClosing(courseId);
    expect(await standing([third])).toEqual(["waiting"]);
    expect(code(await seatOutOfTurn(officer, { nominationId: third, reason: REASON }))).toBe("noSeatFree");
  });
});

describe("who nominates", () => {
  it("is a state's focal point or the secretariat, until the last day, each person once", async () => {
    const { officer, courseId } = await aCourse();
    const focalPoint = await aFocalPoint("GH");
    const nominee = someNominee();
    for (const role of ["secretariat", "auditor", "candidate", "panelMember"] as const)
      expect(code(await nominateByState(await anAccount(role, role), { courseId, nominee }))).toBe(
        "notPermitted",
      );
    const { nominationId } = must(await nominateByState(focalPoint, { courseId, nominee }));
    expect(code(await nominateByState(focalPoint, { courseId, nominee }))).toBe("alreadyNominatedToCourse");
    must(await withdrawFromCourse(focalPoint, nominationId));
    must(await nominateByState(focalPoint, { courseId, nominee }));
    expect(await standing([nominationId])).toEqual(["seated"]);
    const late = at(inDays(31), () => nominateByState(focalPoint, { courseId, nominee: someNominee() }));
    expect(code(await late)).toBe("courseClosed");
    expect(code(await addCourse(focalPoint, someCourse()))).toBe("notPermitted");
    expect(code(await addCourse(officer, someCourse({ hostCode: "XX" })))).toBe("stateUnknown");
  });

  it("keeps what it took back, when another state nominates the same person", async () => {
    const { courseId } = await aCourse();
    const [ghana, nepal] = [await aFocalPoint("GH"), await aFocalPoint("NP")];
    const nominee = someNominee();
    const first = must(await nominateByState(ghana, { courseId, nominee })).nominationId;
    expect(code(await nominateByState(ghana, { courseId, nominee }))).toBe("alreadyNominatedToCourse");
    expect(code(await nominateByState(nepal, { courseId, nominee }))).toBe("notNominable");
    must(await withdrawFromCourse(ghana, first));
    const reason = "Nepal's own reason for sending this person there.";
    const second = must(
      await nominateByState(nepal, { courseId, nominee: { ...nominee, reason } }),
    ).nominationId;
    expect(second).not.toBe(first);
    expect(await readSeat(ghana, first)).toMatchObject({ state: "withdrawn", reason: nominee.reason });
    expect(await readSeat(nepal, second)).toMatchObject({ state: "seated", reason });
    expect(await readSeat(nepal, first)).toBeNull();
    expect(code(await nominateByState(ghana, { courseId, nominee }))).toBe("notNominable");
    must(await withdrawFromCourse(nepal, second));
    expect(must(await nominateByState(ghana, { courseId, nominee })).nominationId).toBe(first);
  });

  it("nominates one person once, when two states do so at the same moment", async () => {
    const { courseId } = await aCourse();
    const nominee = someNominee();
    const states = [await aFocalPoint("GH"), await aFocalPoint("NP")];
    const answers = await Promise.all(states.map((state) => nominateByState(state, { courseId, nominee })));
    expect(answers.map(code).toSorted()).toEqual(["notNominable", "ok"]);
  });

  it("does not say who the holder of an account is, that has not said so themself", async () => {
    const { courseId } = await aCourse();
    const focalPoint = await aFocalPoint("GH");
    const userId = (await anAccount("secretariat", "Ines")).userId ?? "";
    const { email } = await database().user.findUniqueOrThrow({ where: { id: userId } });
    const nominee = { ...someNominee("woman"), email, givenName: "Nom99", familyName: "Inee" };
    expect(code(await nominateByState(focalPoint, { courseId, nominee }))).toBe("notNominable");
    expect(await database().person.count({ where: { email } })).toBe(0);
    expect(await database().roleGrant.count({ where: { userId, role: "candidate" } })).toBe(0);
    const said = {
      givenName: "Ines",
      familyName: "Own",
      gender: "notStated",
      nationalities: ["PT"],
    } as const;
    await database().person.create({ data: { ...said, nationalities: ["PT"], email, userId } });
    must(await nominateByState(focalPoint, { courseId, nominee }));
    expect(await database().person.findUniqueOrThrow({ where: { email } })).toMatchObject({
      ...{ givenName: "Ines", gender: "notStated", nationalities: ["PT"] },
    });
  });

  it("sees its own people alone; another state and another person see none of it", async () => {
    const { officer, courseId } = await aCourse();
    const [ghana, nepal] = [await aFocalPoint("GH"), await aFocalPoint("NP")];
    const [id = ""] = await nominated(ghana, courseId, "woman");
    expect((await readCourse(officer, courseId))?.nominees).toHaveLength(1);
    expect((await readCourse(ghana, courseId))?.nominees).toHaveLength(1);
    expect((await readCourse(nepal, courseId))?.nominees).toEqual([]);
    expect(await readSeat(nepal, id)).toBeNull();
    expect(await readSeat(await anAccount("candidate", "Other"), id)).toBeNull();
    expect(code(await withdrawFromCourse(nepal, id))).toBe("notFound");
    expect(await readSeat(await nomineeOf(id), id)).toMatchObject({ mayWithdraw: true, maySeat: false });
  });

  it("is the secretariat for members who are active", async () => {
    const { officer, courseId } = await aCourse();
    const { membershipId } = must(await proposeMember(officer, proposal()));
    const order = { courseId, membershipId, reason: REASON };
    expect(code(await nominateMember(officer, order))).toBe("notActiveMember");
    must(
      await stateProfile(await memberOf(membershipId), {
        membershipId,
        profile: profile({ availableFrom: dayIn(10) }),
      }),
    );
    expect(code(await nominateMember(await aFocalPoint("GH"), order))).toBe("notPermitted");
    must(await nominateMember(officer, order));
  });
});

describe("attendance", () => {
  it("is recorded once the course has begun; what was completed stands in the person's file once", async () => {
    const { officer, courseId } = await aCourse();
    const focalPoint = await aFocalPoint("GH");
    const [id = ""] = await nominated(focalPoint, courseId, "woman");
    const record = (attendance: "completed" | "absent") => attend(officer, id, attendance);
    expect(code(await record("completed"))).toBe("courseNotBegun");
    await at(inDays(75), async () => {
      expect(code(await withdrawFromCourse(focalPoint, id))).toBe("courseBegun");
      must(await record("completed"));
    });
    const { personId = "" } = await nomineeOf(id);
    const taken = () => database().leadershipCourse.count({ where: { personId: personId ?? "" } });
    expect(await taken()).toBe(1);
    await at(inDays(76), async () => must(await record("absent")));
    expect(await taken()).toBe(0);
  });

  it("rests on what was read: of two tabs the later overwrites nothing unseen", async () => {
    const { officer, courseId } = await aCourse();
    const [id = ""] = await nominated(await aFocalPoint("GH"), courseId, "woman");
    await at(inDays(75), async () => {
      const version = await versionOf(id);
      const from = (attendance: "completed" | "absent") =>
        recordAttendance(officer, { nominationId: id, attendance, version });
      must(await from("absent"));
      expect(code(await from("completed"))).toBe("changedMeanwhile");
      expect(await standing([id])).toEqual(["absent"]);
    });
  });

  it("shows its effect to overseers alone, and no small count", async () => {
    const { officer, courseId } = await aCourse();
    const [id = ""] = await nominated(await aFocalPoint("GH"), courseId, "woman");
    await at(inDays(75), async () => must(await attend(officer, id, "completed")));
    expect(await readCourseEffect(await aFocalPoint("GH"))).toBeNull();
    const before = await readCourseEffect(officer);
    const later = await at(inDays(75 + 4 * 366), () => readCourseEffect(officer));
    expect(before?.all).not.toEqual(later?.all);
    expect(later).toMatchObject({ all: { kind: "hidden" }, percent: null });
  });
});
