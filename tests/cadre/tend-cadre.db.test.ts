import { describe, expect, it } from "vitest";
import { readCadreSettings } from "#app/cadre/cadre-settings.queries.server.ts";
import { readMember } from "#app/cadre/member.queries.server.ts";
import { findingsGiven } from "#app/cadre/readiness.ts";
import { revalidateReadiness } from "#app/cadre/revalidate-readiness.server.ts";
import { setCadreSettings } from "#app/cadre/set-cadre-settings.server.ts";
import { cadreTasks } from "#app/cadre/tasks.queries.server.ts";
import { tendCadre } from "#app/cadre/tend-cadre.server.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { anActiveMember, code, events } from "#tests/support/cadre-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aPost } from "#tests/support/selection-story.ts";

const on = (day: string) => new Date(`${day}T09:00:00Z`);
const START = on("2031-03-01");

/** A member found ready on the first of March 2031: it holds to the first of March 2034. */
async function aMember() {
  const officer = await at(START, () => anAccount("secretariat", "Officer"));
  return { officer, ...(await at(START, () => anActiveMember(officer))) };
}

async function told(membershipId: string, kind: string) {
  const { person } = await database().cadreMembership.findUniqueOrThrow({
    where: { id: membershipId },
    select: { person: { select: { email: true } } },
  });
  return database().outgoingMail.count({ where: { kind, toAddress: person.email } });
}

describe("as time passes", () => {
  it("a member is reminded 90, 30 and 7 days ahead, once each, however often the sweep runs", async () => {
    const { membershipId, officer, member } = await aMember();
    const mailsOn = async (day: string) => {
      await at(on(day), async () => Promise.all([tendCadre(), tendCadre()]));
      return told(membershipId, "readinessEnding");
    };
    // The file is kept current: it is the expiry that is looked at here.
    const keep = (day: string) =>
      database().cadreMembership.update({ where: { id: membershipId }, data: { confirmedAt: on(day) } });
    await keep("2033-11-01");
    expect(await mailsOn("2033-11-30")).toBe(0);
    expect(await mailsOn("2033-12-01")).toBe(1);
    expect(await mailsOn("2033-12-15")).toBe(1);
    expect(await mailsOn("2034-01-30")).toBe(2);
    expect(await mailsOn("2034-02-28")).toBe(3);
    expect(await mailsOn("2034-03-01")).toBe(3);
    const { email } = await database().user.findUniqueOrThrow({ where: { id: officer.userId ?? "" } });
    const mails = await database().outgoingMail.findMany({
      where: { kind: "readinessEndingMany", toAddress: email },
    });
    expect(mails.map(({ dedupeKey }) => dedupeKey.slice(20, 30)).toSorted()).toEqual([
      "2033-12-01",
      "2034-01-30",
      "2034-02-28",
    ]);
    const titles = (actor: typeof member) => at(on("2034-02-28"), () => cadreTasks(actor));
    expect((await titles(member)).map(({ title }) => title)).toContain("cadre.task.ending");
    expect((await titles(officer)).map(({ title }) => title)).toContain("cadre.task.revalidate");
  });

  it("a sweep that comes late tells of the nearest day alone", async () => {
    const { membershipId } = await aMember();
    await database().cadreMembership.update({
      where: { id: membershipId },
      data: { confirmedAt: on("2034-01-01") },
    });
    await at(on("2034-02-25"), tendCadre);
    expect(await told(membershipId, "readinessEnding")).toBe(1);
  });

  it("a file is asked to be confirmed after a year, once a year", async () => {
    const { membershipId } = await aMember();
    const mailsOn = async (day: string) => {
      await at(on(day), tendCadre);
      return told(membershipId, "membershipToConfirm");
    };
    expect(await mailsOn("2032-02-28")).toBe(0);
    expect(await mailsOn("2032-03-02")).toBe(1);
    expect(await mailsOn("2032-09-01")).toBe(1);
  });

  it("a membership lapses when nothing holds any more, or nobody confirmed it, with an event and a message", async () => {
    const { membershipId } = await aMember();
    await database().cadreMembership.update({
      where: { id: membershipId },
      data: { confirmedAt: on("2034-01-01") },
    });
    await at(on("2034-03-01"), tendCadre);
    expect((await readMember(membershipId, "en"))?.state).toBe("active");
    await at(on("2034-03-02"), async () => Promise.all([tendCadre(), tendCadre()]));
    expect(await readMember(membershipId, "en")).toMatchObject({
      state: "lapsed",
      lapsedAt: on("2034-03-02").toISOString(),
    });
    const [lapsed, ...more] = await events(membershipId, "membership.lapsed");
    expect(more).toEqual([]);
    expect(JSON.parse(lapsed?.canonical ?? "").facts).toEqual({ because: "nothingHolds" });
    expect(await told(membershipId, "membershipLapsed")).toBe(1);

    const quiet = await aMember();
    await at(on("2033-03-02"), tendCadre);
    const [event] = await events(quiet.membershipId, "membership.lapsed");
    expect(JSON.parse(event?.canonical ?? "").facts).toEqual({ because: "notConfirmed" });
  });
});

describe("a member in post", () => {
  /** In post from the third year on, until a day; last seen when they entered, at the beginning of the first. */
  async function inPostUntil(endsOn: string, roleKindCode: string) {
    const { membershipId, member, officer } = await aMember();
    const { postId } = await at(START, () => aPost(officer, "UNAMA", roleKindCode, "USG"));
    await database().appointment.create({
      data: { postId, personId: member.personId ?? "", startsOn: on("2033-01-01"), endsOn: new Date(endsOn) },
    });
    return membershipId;
  }
  const stateOn = async (membershipId: string, day: string) => {
    await at(on(day), tendCadre);
    return (await readMember(membershipId, "en"))?.state;
  };

  it("does not lapse for having been silent, and has as long as everybody when the term is over", async () => {
    const membershipId = await inPostUntil("2033-12-31", "srsg");
    expect(await stateOn(membershipId, "2033-04-01")).toBe("active");
    expect(await stateOn(membershipId, "2034-02-01")).toBe("active");
  });

  it("does not lapse for findings that expired, until ninety days after the term", async () => {
    const membershipId = await inPostUntil("2034-06-30", "headOfSpm");
    expect(await stateOn(membershipId, "2034-05-01")).toBe("active");
    expect(await stateOn(membershipId, "2034-09-28")).toBe("active");
    expect(await stateOn(membershipId, "2034-09-29")).toBe("lapsed");
  });
});

describe("the settings of the cadre", () => {
  it("are set by an officer with the version they replace, and bear on findings given from then on", async () => {
    const { officer, membershipId, member } = await aMember();
    const { version } = await readCadreSettings();
    const other = {
      readinessMonths: 24,
      lapseMonths: 18,
      reason: "A trial of shorter terms for all.",
      version,
    };
    expect(code(await setCadreSettings(member, other))).toBe("notPermitted");
    const answers = await Promise.all([setCadreSettings(officer, other), setCadreSettings(officer, other)]);
    expect(answers.map(code).toSorted()).toEqual(["changedMeanwhile", "ok"]);
    expect(code(await setCadreSettings(officer, { ...other, version: version + 1 }))).toBe("nothingChanged");
    const later = await aMember();
    const expiry = async (id: string) => (await readMember(id, "en"))?.readiness[0]?.expiresOn;
    expect([await expiry(membershipId), await expiry(later.membershipId)]).toEqual([
      "2034-03-01",
      "2033-03-01",
    ]);
    must(
      await setCadreSettings(officer, {
        ...{ readinessMonths: 36, lapseMonths: 24, version: version + 1 },
        reason: "Back to what was before, for the tests that follow.",
      }),
    );
  });
});

/** Waits until some transaction of this database waits for another's row. */
async function somebodyWaits() {
  for (;;) {
    const [row] = await database().$queryRaw<readonly { waiting: boolean }[]>`
      SELECT EXISTS (SELECT FROM pg_stat_activity WHERE "datname" = current_database() AND "wait_event_type" = 'Lock') AS "waiting"`;
    if (row?.waiting) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

it("nobody lapses who is found ready anew while the sweep is under way", async () => {
  const { membershipId, officer } = await aMember();
  const [day, expired] = [on("2035-03-01"), new Date("2034-03-01")];
  await database().cadreMembership.update({
    where: { id: membershipId },
    data: { confirmedAt: on("2035-02-01") },
  });
  expect(await database().readiness.count({ where: { membershipId, expiresOn: { gt: expired } } })).toBe(0);
  const finding = {
    roleKindCode: "srsg",
    level: "now",
    evidence: "Led the office through the year's transition.",
  } as const;
  const sweep = await database().$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT FROM "CadreMembership" WHERE "id" = ${membershipId}::uuid FOR NO KEY UPDATE`;
      const under = at(day, tendCadre);
      await somebodyWaits();
      const known = await database().readiness.findMany({
        where: { membershipId },
        select: { version: true },
      });
      const renewal = { membershipId, version: findingsGiven(known), finding };
      must(await at(day, () => revalidateReadiness(officer, renewal)));
      return { under };
    },
    { timeout: 20_000 },
  );
  await sweep.under;
  expect((await readMember(membershipId, "en"))?.state).toBe("active");
});
