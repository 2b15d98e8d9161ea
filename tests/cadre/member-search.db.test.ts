import { randomBytes, randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { exportList } from "#app/cadre/export-list.server.ts";
import { changeMembership } from "#app/cadre/keep-membership.server.ts";
import { keepSearch, saveSearch } from "#app/cadre/keep-search.server.ts";
import { listMembers } from "#app/cadre/member.queries.server.ts";
import { foundSql, searchCadre } from "#app/cadre/member-search.queries.server.ts";
import {
  CLEARANCE_STANDINGS,
  CONTACT_STANDINGS,
  type MemberSearch,
  MOST_SAVED,
  memberSearchSchema,
  SEARCH_GENDERS,
} from "#app/cadre/member-search.ts";
import { proposeMember } from "#app/cadre/propose-member.server.ts";
import { listSavedSearches, savedSearchTasks } from "#app/cadre/saved-search.queries.server.ts";
import { tellOfFound } from "#app/cadre/tell-of-found.server.ts";
import { loadMessages } from "#app/i18n/catalogues.ts";
import { translator } from "#app/i18n/translate.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { readSpreadsheet } from "#app/platform/spreadsheet.server.ts";
import { anActiveMember, code, events, profile, proposal, stateProfile } from "#tests/support/cadre-story.ts";
import { must } from "#tests/support/must.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount, aScreenedVacancy } from "#tests/support/screened-vacancy.ts";
import { aPost } from "#tests/support/selection-story.ts";

/** A word that no other test uses. */
const aWord = () => `q${randomBytes(6).toString("hex").replaceAll(/\d/g, "x")}`;
const page = { page: 1, perPage: 50 };
const DAY = 86_400_000;
const ANY = memberSearchSchema.parse({});

const finds = async (reader: Actor, search: MemberSearch) =>
  (await listMembers(reader, search, page)).members.map(({ id }) => id);

describe("the words of a search", () => {
  it("are found in any script, with or without accents, as beginnings of words", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const names = [
      ["Zoé Aïssatou", "zoe aissa"],
      ["Владимир", "владим"],
      ["مُحَمَّد", "محمد"],
      ["山田", "山"],
      ["Αλέξανδρος", "αλεξ"],
    ] as const;
    for (const [givenName, asked] of names) {
      const familyName = aWord();
      const { membershipId } = await anActiveMember(officer, { givenName, familyName });
      expect([asked, await finds(officer, { q: `${asked} ${familyName.slice(0, 9)}` })]).toEqual([
        asked,
        [membershipId],
      ]);
      expect(await finds(officer, { q: `${asked}zz ${familyName}` })).toEqual([]);
    }
    expect(await finds(officer, { q: "!! ?" })).toEqual([]);
  });

  it("are found in the career and in the evidence of readiness that holds, and follow what changes", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const [post, evidence, name] = [aWord(), aWord(), aWord()];
    const { membershipId, member } = await anActiveMember(officer, { evidence: `Held the ${evidence}.` });
    const personId = member.personId ?? "";
    await database().careerPost.create({
      data: { personId, title: `Head of ${post}`, employer: "Army", startYear: 2010 },
    });
    expect(await finds(officer, { q: `${post} ${evidence}` })).toEqual([membershipId]);
    await database().person.update({ where: { id: personId }, data: { familyName: name } });
    expect(await finds(officer, { q: name })).toEqual([membershipId]);
    await database().careerPost.deleteMany({ where: { personId } });
    expect(await finds(officer, { q: post })).toEqual([]);
    const later = new Date(Date.now() + 20 * 365 * DAY);
    expect(await at(later, () => finds(officer, { q: evidence }))).toEqual([]);
    expect(await at(later, () => finds(officer, { q: name }))).toEqual([membershipId]);
  });
});

describe("the facets", () => {
  it("together find whom their counts promise", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const word = aWord();
    const speaks = (level: number) => ({ languages: [{ code: "fr", level }] });
    const a = await anActiveMember(officer, { familyName: word, gender: "woman" }, speaks(3));
    const b = await anActiveMember(officer, { familyName: word, gender: "man" }, speaks(1));
    await anActiveMember(officer, { familyName: word, gender: "man", nationality: "JP" });
    const { counts, total } = await listMembers(officer, { q: word }, page);
    expect(total).toBe(3);
    expect(counts).toMatchObject({
      gender: { woman: 1, man: 2 },
      region: { African: 2, "Asia-Pacific": 1 },
      language: { fr: 2 },
      speaks: { "1": 2, "3": 1 },
      role: { srsg: 3 },
      state: { active: 3 },
      clearance: { none: 3 },
      contact: { recent: 3 },
    });
    expect(await finds(officer, { q: word, language: "fr", speaks: "2" })).toEqual([a.membershipId]);
    expect(await finds(officer, { q: word, region: "African", gender: "man" })).toEqual([b.membershipId]);
    expect(await finds(officer, { q: word, role: "srsg", level: "oneToTwoYears" })).toEqual([]);
    must(await stateProfile(b.member, { membershipId: b.membershipId, profile: profile({ languages: [] }) }));
    expect(await finds(officer, { q: word, language: "fr" })).toEqual([a.membershipId]);
    const later = new Date(Date.now() + 200 * DAY);
    const contact = await at(later, () => listMembers(officer, { q: word, contact: "year" }, page));
    expect([contact.total, contact.counts.contact]).toEqual([3, { year: 3 }]);
  });

  it("know a clearance, but tell nobody of one in a case from which they are recused", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { candidacyIds } = await aScreenedVacancy([{ gender: "woman", state: "UY" }]);
    const candidacyId = candidacyIds[0] ?? "";
    const { membershipId, member } = await anActiveMember(officer, { familyName: aWord() });
    const personId = member.personId ?? "";
    const candidacy = await database().candidacy.update({
      where: { id: candidacyId },
      data: { personId },
      select: { vacancyId: true },
    });
    const validUntil = new Date(Date.now() + 30 * DAY);
    await database().clearance.updateMany({
      where: { candidacyId },
      data: { outcome: "clear", validUntil },
    });
    const standing = async (reader: Actor) => {
      const q = (await database().person.findUniqueOrThrow({ where: { id: personId } })).familyName;
      const { counts } = await listMembers(reader, { q }, page);
      expect(await finds(reader, { q, clearance: "endsSoon" })).toEqual(
        counts.clearance.endsSoon ? [membershipId] : [],
      );
      return counts.clearance;
    };
    expect(await standing(officer)).toEqual({ endsSoon: 1 });
    const recused = await anAccount("secretariat", "Recused");
    const { vacancyId } = candidacy;
    const panel = await database().panel.upsert({
      where: { vacancyId },
      update: {},
      create: { vacancyId },
      select: { id: true },
    });
    const seat = await database().panelMember.create({
      data: {
        panelId: panel.id,
        userId: recused.userId ?? "",
        nationality: "FR",
        gender: "man",
        external: true,
      },
    });
    await database().conflict.create({
      data: { memberId: seat.id, candidacyId, source: "declared", note: "kin" },
    });
    expect(await standing(recused)).toEqual({ none: 1 });
    const later = new Date(Date.now() + 40 * DAY);
    expect(await at(later, () => standing(officer))).toEqual({ none: 1 });
  });

  it("leave out who withdrew, and who was only proposed or lapsed unless that is asked", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const familyName = aWord();
    const [active, paused, lapsed, gone] = [
      await anActiveMember(officer, { familyName }),
      await anActiveMember(officer, { familyName }),
      await anActiveMember(officer, { familyName }),
      await anActiveMember(officer, { familyName }),
    ];
    const proposed = must(await proposeMember(officer, proposal({ familyName }))).membershipId;
    must(await changeMembership(paused.member, { membershipId: paused.membershipId, change: "pause" }));
    must(await changeMembership(gone.member, { membershipId: gone.membershipId, change: "withdraw" }));
    await database().cadreMembership.update({
      where: { id: lapsed.membershipId },
      data: { state: "lapsed" },
    });
    const { total, counts } = await listMembers(officer, { q: familyName }, page);
    expect(total).toBe(2);
    expect(counts.gender).toEqual({ woman: 2 });
    expect(counts.state).toEqual({ active: 1, paused: 1, proposed: 1, lapsed: 1 });
    expect((await finds(officer, { q: familyName })).toSorted()).toEqual(
      [active.membershipId, paused.membershipId].toSorted(),
    );
    expect(await finds(officer, { q: familyName, state: "proposed" })).toEqual([proposed]);
    expect(await finds(officer, { q: familyName, state: "lapsed" })).toEqual([lapsed.membershipId]);
    const t = translator("en", await loadMessages("en"));
    const order = { list: "members", format: "csv", q: familyName, role: "srsg" } as const;
    const csv = String(must(await exportList(officer, order, t)));
    expect(csv.trim().split("\r\n")).toHaveLength(3);
    expect(csv).not.toMatch(/withdrawn|lapsed|proposed/);
  });

  it("find who is in post ready for nothing until the term ends, with words and without", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const familyName = aWord();
    const { membershipId, member } = await anActiveMember(officer, { familyName });
    const ready = { role: "srsg", level: "now" } as const;
    const all = async () => (await listMembers(officer, ready, page)).total;
    const before = await all();
    const { postId } = await aPost(officer, "UNAMA", "headOfSpm", "USG");
    const endsOn = new Date(Date.now() + 30 * DAY);
    await database().appointment.create({
      data: { postId, personId: member.personId ?? "", startsOn: new Date(Date.now() - DAY), endsOn },
    });
    expect(await all()).toBe(before - 1);
    const named = await listMembers(officer, { q: familyName }, page);
    expect([named.total, named.counts.role, named.counts.level]).toEqual([1, {}, {}]);
    expect(await finds(officer, { q: familyName, ...ready })).toEqual([]);
    expect(await finds(officer, { q: familyName, standing: "inPost", ...ready })).toEqual([membershipId]);
    const later = new Date(endsOn.getTime() + DAY);
    expect(await at(later, () => finds(officer, { q: familyName, ...ready }))).toEqual([membershipId]);
  });

  it("stay on the last page where one beyond it is asked", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const familyName = aWord();
    for (let n = 0; n < 3; n += 1) await anActiveMember(officer, { familyName });
    const beyond = await listMembers(officer, { q: familyName }, { page: 9999, perPage: 2 });
    expect([beyond.total, beyond.page, beyond.members.length]).toEqual([3, 2, 1]);
  });

  it("of everybody are what the rows say on whatever day, and of nobody who is gone", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const { membershipId } = await anActiveMember(officer, { familyName: aWord() });
    const promised = async (facet: "clearance" | "contact" | "role" | "gender", value: string) => {
      const found = await database().$queryRaw<readonly unknown[]>`
        SELECT * FROM (${foundSql(officer, { ...ANY, [facet]: value })}) f`;
      const { counts } = await searchCadre(officer, ANY);
      expect([facet, value, counts[facet][value] ?? 0]).toEqual([facet, value, found.length]);
    };
    const all = async () => {
      for (const standing of CLEARANCE_STANDINGS) await promised("clearance", standing);
      for (const standing of CONTACT_STANDINGS) await promised("contact", standing);
      for (const gender of SEARCH_GENDERS) await promised("gender", gender);
      await promised("role", "srsg");
    };
    await all();
    for (const days of [1, 30, 90, 91, 365, 366, 366 * 20]) await at(new Date(Date.now() + days * DAY), all);
    const before = (await searchCadre(officer, ANY)).total;
    await database().cadreMembership.delete({ where: { id: membershipId } });
    expect((await searchCadre(officer, ANY)).total).toBe(before - 1);
    await all();
  }, 120_000);

  it("are asked in as many statements for many members as for few", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const list = () => listMembers(officer, { q: "a", gender: "woman" }, page);
    const before = (await countQueries(list)).queries;
    for (let n = 0; n < 3; n += 1) await anActiveMember(officer, { givenName: "Awa" });
    expect((await countQueries(list)).queries).toBe(before);
  });
});

describe("a kept search", () => {
  const mails = (to: string) =>
    database().outgoingMail.findMany({ where: { kind: "searchFound", toAddress: to } });
  const addressOf = async ({ userId }: Actor) =>
    (await database().user.findUniqueOrThrow({ where: { id: userId ?? "" } })).email;

  it("tells of whom it finds newly, once, by how many and not by name", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const word = aWord();
    await anActiveMember(officer, { familyName: word });
    must(await saveSearch(officer, { name: "Mine", search: { q: word } }));
    await tellOfFound();
    expect(await mails(await addressOf(officer))).toEqual([]);
    await anActiveMember(officer, { familyName: word, givenName: "Fatoumata" });
    await anActiveMember(officer, { familyName: word });
    const soon = new Date(Date.now() + 1000);
    await at(soon, async () => Promise.all([tellOfFound(), tellOfFound()]));
    await at(soon, tellOfFound);
    const told = await mails(await addressOf(officer));
    expect(told.map(({ params }) => params)).toMatchObject([{ count: 2, search: "Mine" }]);
    expect(JSON.stringify(told)).not.toContain("Fatoumata");
    const [task] = await savedSearchTasks(officer);
    expect(task?.params).toEqual({ count: 2, name: "Mine" });
    const [kept] = await listSavedSearches(officer);
    expect(kept?.found.map(({ name }) => name).toSorted()).toEqual([`Amina ${word}`, `Fatoumata ${word}`]);
    const later = new Date(Date.now() + 2000);
    await anActiveMember(officer, { familyName: word, givenName: "Later" });
    await at(later, tellOfFound);
    const seen = { intent: "seen" as const, id: kept?.id ?? "", until: kept?.foundAt ?? "" };
    must(await at(new Date(Date.now() + 3000), () => keepSearch(officer, seen)));
    const [left] = await listSavedSearches(officer);
    expect(left).toMatchObject({ fresh: 1, found: [{ name: `Later ${word}` }] });
    must(await at(later, () => keepSearch(officer, { ...seen, until: left?.foundAt ?? "" })));
    expect(await savedSearchTasks(officer)).toEqual([]);
  });

  it("names nobody who has left since they were found, and is kept once though its form is sent again", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const search = { q: aWord() };
    const twice = await Promise.all([1, 2].map(() => saveSearch(officer, { name: "Mine", search })));
    expect(new Set(twice.map((kept) => must(kept).id)).size).toBe(1);
    const gone = await anActiveMember(officer, { familyName: search.q });
    await at(new Date(Date.now() + 1000), tellOfFound);
    expect(await listSavedSearches(officer)).toMatchObject([{ fresh: 1 }]);
    must(await changeMembership(gone.member, { membershipId: gone.membershipId, change: "withdraw" }));
    expect(await listSavedSearches(officer)).toMatchObject([{ fresh: 0, found: [] }]);
    expect(await savedSearchTasks(officer)).toEqual([]);
  });

  it("is its officer's own: others neither see, rename, see to nor remove it", async () => {
    const [officer, other] = [await anAccount("secretariat", "A"), await anAccount("secretariat", "B")];
    const { id } = must(await saveSearch(officer, { name: "Mine", search: { gender: "woman" } }));
    expect(await listSavedSearches(other)).toEqual([]);
    for (const order of [
      { intent: "rename", id, name: "Theirs" },
      { intent: "seen", id, until: new Date().toISOString() },
      { intent: "remove", id },
    ] as const)
      expect(code(await keepSearch(other, order))).toBe("notFound");
    must(await keepSearch(officer, { intent: "rename", id, name: "Women" }));
    expect(await listSavedSearches(officer)).toMatchObject([{ name: "Women", search: { gender: "woman" } }]);
    must(await keepSearch(officer, { intent: "remove", id }));
    expect(await listSavedSearches(officer)).toEqual([]);
    expect((await events(id)).map(({ kind }) => kind)).toEqual([
      ...["savedSearch.kept", "savedSearch.renamed", "savedSearch.removed"],
    ]);
  });

  it("is for officers alone, of whom each keeps so many, and goes quiet when they are none any more", async () => {
    const auditor = await anAccount("auditor", "Auditor");
    expect(code(await saveSearch(auditor, { name: "x", search: {} }))).toBe("notPermitted");
    const officer = await anAccount("secretariat", "Officer");
    const userId = officer.userId ?? "";
    await database().savedSearch.createMany({
      data: Array.from({ length: MOST_SAVED - 1 }, () => ({ userId, name: "x", filter: { q: aWord() } })),
    });
    const word = aWord();
    const twice = ["y", "z"].map((name) => saveSearch(officer, { name, search: { q: word } }));
    expect((await Promise.all(twice)).map(code).toSorted()).toEqual(["ok", "tooManySearches"]);
    await database().roleGrant.updateMany({ where: { userId }, data: { revokedAt: new Date() } });
    await anActiveMember(await anAccount("secretariat", "Another"), { familyName: word });
    await tellOfFound();
    expect(await mails(await addressOf(officer))).toEqual([]);
  });
});

describe("a list as a sheet", () => {
  it("holds what its reader searched for, with no formula run, and is on record", async () => {
    const officer = await anAccount("secretariat", "Officer");
    const t = translator("en", await loadMessages("en"));
    const word = aWord();
    await anActiveMember(officer, { givenName: "=1+1", familyName: word });
    await anActiveMember(officer, { familyName: word, gender: "man" });
    const order = { list: "members", q: word, gender: "woman", format: "csv" } as const;
    const csv = String(must(await exportList(officer, order, t)));
    expect(csv.trim().split("\r\n")).toHaveLength(2);
    expect(csv).toContain(`"'=1+1 ${word}"`);
    const book = must(await exportList(officer, { ...order, format: "xlsx" }, t));
    const read = must(await readSpreadsheet(typeof book === "string" ? Buffer.from(book) : book));
    expect([read.rows.length, read.rows[1]?.[0], read.formulas]).toEqual([2, `=1+1 ${word}`, []]);
    const taken = await database().recordEvent.findMany({
      where: { kind: "cadreList.exported", actorId: officer.userId },
    });
    expect(taken.map(({ subjectId }) => subjectId)).toEqual(["members", "members"]);
  });

  it("is given to nobody who may not read the list", async () => {
    const t = translator("en", await loadMessages("en"));
    const focalPoint = await anAccount("focalPoint", "Focal", { stateCode: "GH" });
    const panelMember = await anAccount("panelMember", "Panel");
    const ask = async (actor: Actor, list: "members" | "courses" | "compacts" | "pledges") =>
      code(await exportList(actor, { list, format: "csv" }, t));
    expect(await ask(focalPoint, "members")).toBe("notFound");
    expect(await ask(focalPoint, "compacts")).toBe("notFound");
    expect(await ask(panelMember, "courses")).toBe("notFound");
    expect(await ask(focalPoint, "courses")).toBe("ok");
    expect(await ask(focalPoint, "pledges")).toBe("ok");
    const seats = { list: "seats", course: randomUUID(), format: "csv" } as const;
    expect(code(await exportList(focalPoint, seats, t))).toBe("notFound");
  });
});
