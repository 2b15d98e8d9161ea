import { describe, expect, it } from "vitest";
import { answerInvitation } from "#app/cadre/answer-invitation.server.ts";
import { readBench } from "#app/cadre/bench.queries.server.ts";
import { peopleIn } from "#app/cadre/bench.ts";
import { readVacancyDemand } from "#app/cadre/demand.queries.server.ts";
import { exportBench } from "#app/cadre/export-bench.server.ts";
import { listInterested } from "#app/cadre/fit.queries.server.ts";
import { fitScore } from "#app/cadre/fit.ts";
import { orderByFit } from "#app/cadre/fit-order.queries.server.ts";
import { inviteMember } from "#app/cadre/invite-member.server.ts";
import { changeMembership, confirmMembership } from "#app/cadre/keep-membership.server.ts";
import type { MemberProfile } from "#app/cadre/member-profile.ts";
import { listAnnounced, listInterestedOf } from "#app/cadre/open-vacancy.queries.server.ts";
import { readFit } from "#app/cadre/read-fit.server.ts";
import type { DirectProposal } from "#app/cadre/readiness.ts";
import { stateInterest } from "#app/cadre/state-interest.server.ts";
import { cadreTasks } from "#app/cadre/tasks.queries.server.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { translator } from "#app/i18n/translate.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { anActiveMember, code, events, profile, stateProfile } from "#tests/support/cadre-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aNomination, anOpenCall, inDays, moveCall } from "#tests/support/selection-story.ts";

/** A mission and a kind of post for each test, so that none meets another's members. */
const setting = (acronym: string, roleKindCode: string, level: string) =>
  anOpenCall(acronym, roleKindCode, level);
type Setting = Awaited<ReturnType<typeof setting>>;

const BOTH = {
  languages: [
    { code: "en", level: 3 },
    { code: "fr", level: 3 },
  ],
};

async function fitOf({ officer, vacancyId }: Setting) {
  const asked = await readVacancyDemand(vacancyId);
  if (!asked) throw new Error("no vacancy");
  return readFit(officer, { ...asked, vacancyId, page: 1 });
}
const everybody = (fit: Awaited<ReturnType<typeof fitOf>>) => fit.groups.flatMap(({ members }) => members);

describe("the order of fit", () => {
  it("is the documented formula, and each reason stands with it", async () => {
    const at1 = await setting("UNMISS", "forceCommander", "ASG");
    const kind = { roleKindCode: "forceCommander", nationality: "SN" } as const;
    const people: readonly (readonly [Partial<DirectProposal>, Partial<MemberProfile>])[] = [
      [{ gender: "woman" }, BOTH],
      [{ gender: "man", level: "oneToTwoYears" }, BOTH],
      [
        { gender: "another", level: "threeToFiveYears" },
        { seniorYears: 2, availableFrom: "2090-01-01" },
      ],
      [
        { gender: "notStated" },
        { seniorYears: undefined, fieldMissions: undefined, deployableWithin: undefined },
      ],
      [{ gender: "woman" }, { ...BOTH, impossibleStates: ["SS"] }],
      [{ gender: "man" }, { ...BOTH, roleKindCodes: ["srsg"] }],
      [{ gender: "man" }, { ...BOTH, seniorYears: 1, fieldMissions: 0, deployableWithin: 90 }],
    ];
    for (const [proposed, said] of people) await anActiveMember(at1.officer, { ...kind, ...proposed }, said);
    const asked = await readVacancyDemand(at1.vacancyId);
    const ordered = asked ? await orderByFit(at1.officer, asked.demand, { page: 1, perPage: 10 }) : [];
    expect(ordered).toHaveLength(people.length);
    for (const one of ordered) expect(one.score).toBeCloseTo(fitScore(one), 9);
    for (const one of ordered)
      expect(one.place).toBe(1 + ordered.filter(({ score }) => score > one.score + 1e-9).length);
    const fit = await fitOf(at1);
    expect(fit.groups.map(({ count }) => count)).toEqual([2, 3, 2]);
    const silent = everybody(fit).find(({ gender }) => gender === "notStated");
    expect(silent).toMatchObject({ unknown: silent?.asked, met: 0, languages: null, evidence: null });
    expect(everybody(fit).filter(({ impossible }) => impossible)).toHaveLength(1);
    expect(everybody(fit).filter(({ unwilling }) => unwilling)).toHaveLength(1);
  }, 90_000);

  it("is the same whatever the gender and the nationality", async () => {
    const here = await setting("MONUSCO", "policeCommissioner", "D-2");
    const members = [];
    for (const [gender, nationality] of [
      ["woman", "SN"],
      ["man", "JP"],
      ["notStated", "CD"],
    ] as const)
      members.push(
        await anActiveMember(here.officer, { gender, nationality, roleKindCode: "policeCommissioner" }, BOTH),
      );
    const fit = await fitOf(here);
    expect(new Set(everybody(fit).map(({ score }) => score)).size).toBe(1);
    expect(everybody(fit).map(({ place }) => place)).toEqual([1, 1, 1]);
    const host = everybody(fit).find(({ gender }) => gender === "notStated");
    expect(host?.host).toHaveLength(1);
    const { vacancyId, officer } = here;
    const order = { vacancyId, membershipId: members[2]?.membershipId ?? "" };
    expect(code(await inviteMember(officer, order))).toBe("hostNational");
  });

  it("leaves out who did not agree, who paused, and who is in post until the term ends", async () => {
    const here = await setting("UNFICYP", "chiefOfStaff", "D-1");
    const kind = { roleKindCode: "chiefOfStaff" } as const;
    const [agreed, silent, paused, posted] = [
      await anActiveMember(here.officer, kind, BOTH),
      await anActiveMember(here.officer, kind, { ...BOTH, consents: [] }),
      await anActiveMember(here.officer, kind, BOTH),
      await anActiveMember(here.officer, kind, BOTH),
    ];
    must(await changeMembership(paused.member, { membershipId: paused.membershipId, change: "pause" }));
    const endsOn = inDays(60).toISOString().slice(0, 10);
    await database().appointment.create({
      data: {
        postId: here.postId,
        personId: posted.member.personId ?? "",
        startsOn: inDays(-400),
        endsOn: new Date(endsOn),
      },
    });
    const ids = async (moment: Date) => everybody(await at(moment, () => fitOf(here))).map(({ id }) => id);
    expect(await ids(new Date())).toEqual([agreed.membershipId]);
    const order = { vacancyId: here.vacancyId, membershipId: posted.membershipId };
    expect(code(await inviteMember(here.officer, order))).toBe("memberDoesNotCount");
    expect(await ids(new Date(`${endsOn}T23:00:00Z`))).toEqual([agreed.membershipId]);
    const after = await ids(new Date(Date.parse(endsOn) + 86_400_000));
    expect(after.toSorted()).toEqual([agreed.membershipId, posted.membershipId].toSorted());
    must(await stateProfile(silent.member, { membershipId: silent.membershipId, profile: profile(BOTH) }));
    expect(await ids(new Date())).toContain(silent.membershipId);
  });

  it("asks as often for many as for few", async () => {
    const here = await setting("UNAMA", "headOfSpm", "USG");
    const count = async (work: () => Promise<unknown>) => (await countQueries(work)).queries;
    const kind = { roleKindCode: "headOfSpm" } as const;
    await anActiveMember(here.officer, kind, BOTH);
    const counts = async () => [await count(() => fitOf(here)), await count(() => readBench())];
    const before = await counts();
    for (let n = 0; n < 3; n += 1) await anActiveMember(here.officer, kind, BOTH);
    await setting("UNSMIL", "headOfSpm", "USG");
    expect(await counts()).toEqual(before);
    expect(Math.max(...before)).toBeLessThanOrEqual(24);
  });
});

describe("a page beyond the last of an order of fit", () => {
  it("is the last, with how many there are", async () => {
    const here = await setting("UNMIK", "headOfSpm", "USG");
    await anActiveMember(here.officer, { roleKindCode: "headOfSpm" }, BOTH);
    const asked = await readVacancyDemand(here.vacancyId);
    if (!asked) throw new Error("no vacancy");
    const fit = await readFit(here.officer, { ...asked, vacancyId: here.vacancyId, page: 9999 });
    expect(fit.total).toBeGreaterThan(0);
    expect([fit.page, everybody(fit).length]).toEqual([Math.ceil(fit.most / 10), fit.most % 10 || 10]);
  });
});

describe("an invitation to apply", () => {
  it("is sent once, by an officer, while the call is open; the member answers it once", async () => {
    const here = await setting("UNIFIL", "deputyForceCommander", "D-1");
    const { officer, vacancyId } = here;
    const kind = { roleKindCode: "deputyForceCommander", nationality: "SN" } as const;
    const { membershipId, member } = await anActiveMember(officer, kind, BOTH);
    const order = { vacancyId, membershipId };
    expect(code(await inviteMember(await anAccount("auditor", "Auditor"), order))).toBe("notPermitted");
    expect(code(await inviteMember(member, order))).toBe("notPermitted");
    expect(code(await inviteMember({ ...officer, userId: member.userId }, order))).toBe("ownCase");
    const answers = await Promise.all([1, 2, 3].map(() => inviteMember(officer, order)));
    expect(answers.map(code).toSorted()).toEqual(["alreadyInvited", "alreadyInvited", "ok"]);
    expect(await events(membershipId, "member.invited")).toHaveLength(1);
    expect(await database().outgoingMail.count({ where: { kind: "memberInvited" } })).toBe(1);
    expect((await cadreTasks(member)).map(({ title }) => title)).toContain("cadre.task.invited");

    const invitationId = (await listAnnounced(membershipId)).find(({ id }) => id === vacancyId)?.invitation
      ?.id;
    const answer = { invitationId: invitationId ?? "", answer: "interested" } as const;
    const stranger = await anActiveMember(officer, kind, BOTH);
    expect(code(await answerInvitation(stranger.member, answer))).toBe("notFound");
    expect(code(await answerInvitation(officer, answer))).toBe("notFound");
    must(await changeMembership(member, { membershipId, change: "pause" }));
    expect((await cadreTasks(member)).map(({ title }) => title)).not.toContain("cadre.task.invited");
    expect(code(await answerInvitation(member, answer))).toBe("notActiveMember");
    must(await confirmMembership(member, { membershipId }));
    const both = await Promise.all([
      answerInvitation(member, answer),
      answerInvitation(member, { ...answer, answer: "declined" }),
    ]);
    expect(both.map(code).toSorted()).toEqual(["invitationAnswered", "ok"]);
    expect((await cadreTasks(member)).map(({ title }) => title)).not.toContain("cadre.task.invited");
    must(await inviteMember(officer, { vacancyId, membershipId: stranger.membershipId }));
    const invited = async () =>
      (await cadreTasks(stranger.member)).some(({ title }) => title === "cadre.task.invited");
    expect(await invited()).toBe(true);
    await moveCall(vacancyId, { closesAt: inDays(-1) });
    expect(await invited()).toBe(false);
    const late = { vacancyId, membershipId: stranger.membershipId };
    expect(code(await inviteMember(officer, late))).toBe("callNotOpen");
  });

  it("is not sent to who is nominated already, nor where a conflict with the panel stands", async () => {
    const here = await setting("MINURSO", "dsrsgPolitical", "ASG");
    const { officer, vacancyId } = here;
    const kind = { roleKindCode: "dsrsgPolitical", nationality: "SN" } as const;
    const { membershipId, member } = await anActiveMember(officer, kind, BOTH);
    const judge = await anAccount("panelMember", "Judge");
    await database().panel.create({
      data: {
        vacancyId,
        members: {
          create: {
            userId: judge.userId ?? "",
            gender: "man",
            nationality: "FI",
            external: true,
            chair: true,
          },
        },
      },
    });
    await database().knownConflict.create({
      data: {
        ...{ userId: judge.userId ?? "", personId: member.personId ?? "" },
        ...{ source: "declared", detail: "A cousin.", standing: "declared" },
      },
    });
    expect(everybody(await fitOf(here))).toMatchObject([{ id: membershipId, conflicts: 1 }]);
    expect(code(await inviteMember(officer, { vacancyId, membershipId }))).toBe("conflictWithPanel");
    const compatriot = await anActiveMember(officer, { ...kind, nationality: "FI" }, BOTH);
    const shown = async () =>
      everybody(await fitOf(here)).find(({ id }) => id === compatriot.membershipId)?.conflicts;
    const ask = () => inviteMember(officer, { vacancyId, membershipId: compatriot.membershipId });
    expect(await shown()).toBe(1);
    expect(code(await ask())).toBe("conflictWithPanel");
    const tie = await database().knownConflict.create({
      data: {
        ...{ userId: judge.userId ?? "", personId: compatriot.member.personId ?? "" },
        ...{ source: "nationality", detail: "FI", standing: "found", pin: "setAside" },
      },
      select: { id: true },
    });
    expect(await shown()).toBe(0);
    await database().knownConflict.update({ where: { id: tie.id }, data: { pin: "stands" } });
    expect(await shown()).toBe(1);
    expect(code(await ask())).toBe("conflictWithPanel");
    const nominated = await aNomination(vacancyId, "SN");
    const other = await anActiveMember(officer, kind, BOTH);
    await database().nomination.update({
      where: { id: nominated.nominationId },
      data: { personId: other.member.personId ?? "" },
    });
    const order = { vacancyId, membershipId: other.membershipId };
    expect(code(await inviteMember(officer, order))).toBe("alreadyNominated");
  });
});

describe("interest in an announced vacancy", () => {
  it("is seen by the secretariat, and by the state's focal points where the member wishes it", async () => {
    const here = await setting("UNDOF", "forceCommander", "D-2");
    const { officer, vacancyId, callId } = here;
    const { membershipId, member } = await anActiveMember(officer, { nationality: "SN" }, BOTH);
    const say = (interested: boolean, stateCode?: string) =>
      stateInterest(member, { vacancyId, interested, stateCode });
    expect(code(await say(true, "FR"))).toBe("notYourState");
    expect(code(await stateInterest(officer, { vacancyId, interested: true }))).toBe("notFound");
    must(await say(true));
    expect(await listInterested(vacancyId)).toMatchObject([{ membershipId, stateCode: null }]);
    expect(await listInterestedOf("SN", callId)).toEqual([]);
    await Promise.all([say(true, "SN"), say(true, "SN")]);
    expect(await listInterestedOf("SN", callId)).toHaveLength(1);
    expect(await listInterestedOf("GH", callId)).toEqual([]);
    must(await changeMembership(member, { membershipId, change: "pause" }));
    expect(code(await say(true))).toBe("notActiveMember");
    expect(await listInterestedOf("SN", callId)).toEqual([]);
    must(await say(false));
    expect(await database().vacancyInterest.count({ where: { membershipId } })).toBe(0);
    const kinds = (await events(membershipId))
      .map(({ kind }) => kind)
      .filter((kind) => kind.startsWith("vacancy."));
    expect(kinds).toEqual(["vacancy.interestStated", "vacancy.interestStated", "vacancy.interestWithdrawn"]);
  });
});

describe("the bench", () => {
  it("counts by gender who meets what a post asks, flags a short cover, and goes out as a recorded sheet", async () => {
    const here = await setting("UNISFA", "dsrsgRcHc", "ASG");
    const kind = { roleKindCode: "dsrsgRcHc", nationality: "SN" } as const;
    const mine = async () => {
      const { posts, covers } = await readBench("UNISFA");
      const post = posts.find(({ id }) => id === here.postId);
      return { post, cover: covers.find(({ roleKindCode }) => roleKindCode === "dsrsgRcHc") };
    };
    expect((await mine()).cover).toMatchObject({ posts: 1, people: 0, cover: 0 });
    await anActiveMember(here.officer, { ...kind, gender: "woman" }, BOTH);
    await anActiveMember(here.officer, { ...kind, gender: "notStated" }, BOTH);
    await anActiveMember(here.officer, { ...kind, gender: "man" }, { ...BOTH, seniorYears: 3 });
    await anActiveMember(here.officer, { ...kind, gender: "man" }, { ...BOTH, seniorYears: undefined });
    await anActiveMember(here.officer, { ...kind, gender: "man" }, { languages: [] });
    await anActiveMember(here.officer, { ...kind, gender: "man", level: "oneToTwoYears" }, BOTH);
    await anActiveMember(here.officer, { ...kind, gender: "woman", nationality: "SD" }, BOTH);
    const { post, cover } = await mine();
    expect(post?.bench).toMatchObject({
      now: { woman: 1, man: 0, another: 0, notStated: 1 },
      soon: { man: 1 },
      unknown: { now: 2, soon: 0, later: 0 },
    });
    expect(post && peopleIn(post.bench.later)).toBe(0);
    expect(cover).toMatchObject({ posts: 1, people: 2, unknown: 2, cover: 2 });

    const t = translator("en", await loadMessages("en"));
    const auditor = await anAccount("auditor", "Auditor");
    const sheet = await exportBench(auditor, { format: "csv", mission: "UNISFA" }, t);
    expect(String(sheet.ok && sheet.value)).toContain('"UNISFA"');
    const book = await exportBench(auditor, { format: "xlsx", mission: "UNISFA" }, t);
    expect(book.ok && Buffer.from(book.value).subarray(0, 2).toString()).toBe("PK");
    const taken = await events("UNISFA", "bench.exported");
    expect(taken.map(({ actorId }) => actorId)).toEqual([auditor.userId, auditor.userId]);
    const decider = await anAccount("decisionMaker", "Decides");
    expect(code(await exportBench(decider, { format: "csv" }, t))).toBe("notFound");
    expect(await events("all", "bench.exported")).toEqual([]);
  });

  it("shows beside its figures whoever is ready later and of whom something is not on file", async () => {
    const here = await setting("BINUH", "srsg", "USG");
    const kind = { roleKindCode: "srsg", nationality: "SN", gender: "man" } as const;
    const soon = { ...kind, level: "oneToTwoYears" } as const;
    const { membershipId, member } = await anActiveMember(here.officer, soon, BOTH);
    const bench = async () => {
      const { posts } = await readBench("BINUH");
      return posts.find(({ id }) => id === here.postId)?.bench;
    };
    const before = await bench();
    expect([before?.soon.man, before?.unknown.soon]).toEqual([1, 0]);
    must(await stateProfile(member, { membershipId, profile: profile({ ...BOTH, seniorYears: undefined }) }));
    const after = await bench();
    expect([after?.soon.man, after?.unknown.soon]).toEqual([0, 1]);
    const t = translator("en", await loadMessages("en"));
    const sheet = await exportBench(here.officer, { format: "csv", mission: "BINUH" }, t);
    expect(String(sheet.ok && sheet.value)).toContain(`${t("bench.soon")}: ${t("bench.notAllKnown")}`);
  });

  it("counts nobody outside the time in which they say they are free", async () => {
    const here = await setting("UNSMIL", "srsg", "USG");
    const kind = { roleKindCode: "srsg", nationality: "SN", gender: "woman" } as const;
    const figures = async () => {
      const { posts, covers } = await readBench("UNSMIL");
      const bench = posts.find(({ id }) => id === here.postId)?.bench;
      const cover = covers.find(({ roleKindCode }) => roleKindCode === "srsg");
      return [bench?.now.woman ?? 0, bench?.soon.woman ?? 0, cover?.people ?? 0];
    };
    const before = await figures();
    const counted = async () => (await figures()).map((figure, n) => figure - (before[n] ?? 0));
    const [now, soon] = [
      await anActiveMember(here.officer, kind, BOTH),
      await anActiveMember(here.officer, { ...kind, level: "oneToTwoYears" }, BOTH),
    ];
    const day = (days: number) => inDays(days).toISOString().slice(0, 10);
    const say = async (
      { membershipId, member }: typeof now,
      availableFrom: string,
      availableUntil?: string,
    ) =>
      must(
        await stateProfile(member, {
          membershipId,
          profile: profile({ ...BOTH, availableFrom, availableUntil }),
        }),
      );
    expect(await counted()).toEqual([1, 1, 1]);
    await say(now, "2099-01-01");
    expect(await counted()).toEqual([0, 1, 0]);
    await at(inDays(-10), () => say(now, day(-300), day(-5)));
    expect(await counted()).toEqual([0, 1, 0]);
    await say(now, day(200), day(300));
    expect(await counted()).toEqual([1, 1, 1]);
    await say(soon, day(10), day(300));
    expect(await counted()).toEqual([1, 0, 1]);
    await say(soon, day(500));
    expect(await counted()).toEqual([1, 1, 1]);
  });
});
