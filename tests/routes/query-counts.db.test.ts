import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { proposeMember } from "#app/cadre/propose-member.server.ts";
import { database } from "#app/platform/database.server.ts";
import { sealRecord } from "#app/record/seal-record.server.ts";
import { loader as home } from "#app/routes/_index.tsx";
import { loader as cadre } from "#app/routes/cadre._index.tsx";
import { loader as calls } from "#app/routes/calls._index.tsx";
import { loader as call } from "#app/routes/calls.$reference.tsx";
import { loader as candidacies } from "#app/routes/candidacies._index.tsx";
import { loader as clearances } from "#app/routes/clearances._index.tsx";
import { loader as decisions } from "#app/routes/decisions._index.tsx";
import { loader as decision } from "#app/routes/decisions.$vacancyId.tsx";
import { loader as demo } from "#app/routes/demo.tsx";
import { loader as engagements } from "#app/routes/engagements._index.tsx";
import { loader as matching } from "#app/routes/matching._index.tsx";
import { loader as mentors } from "#app/routes/mentors._index.tsx";
import { loader as newMentor } from "#app/routes/mentors.new.tsx";
import { loader as missions } from "#app/routes/missions._index.tsx";
import { loader as mission } from "#app/routes/missions.$acronym.tsx";
import { loader as myCases } from "#app/routes/my-cases._index.tsx";
import { loader as nominations } from "#app/routes/nominations._index.tsx";
import { loader as outbox } from "#app/routes/outbox._index.tsx";
import { loader as panels } from "#app/routes/panels._index.tsx";
import { loader as record } from "#app/routes/record._index.tsx";
import { loader as vacancies } from "#app/routes/vacancies._index.tsx";
import { loader as newVacancy } from "#app/routes/vacancies.new.tsx";
import { closeCall } from "#app/selection/close-call.server.ts";
import { giveConsent } from "#app/selection/give-consent.server.ts";
import { statedColumns } from "#app/selection/known-nominee.ts";
import { proposal } from "#tests/support/cadre-story.ts";
import { asNominee, clearAll, screenTogether, someConsent } from "#tests/support/candidacy-story.ts";
import { anEngagement, aSession, hoursOn } from "#tests/support/engagement-story.ts";
import { must } from "#tests/support/must.ts";
import { anOpenPanel, aPanel, aSignedReport } from "#tests/support/panel-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aFocalPoint, aNomination, anOpenCall, aPost } from "#tests/support/selection-story.ts";
import { signInMail } from "#tests/support/sign-in-mail.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

type Page = readonly [
  path: string,
  loader: (asked: LoaderFunctionArgs) => unknown,
  params?: Record<string, string>,
];

/** Each time that everything grows it is in another mission. */
const MISSIONS: readonly string[] = ["MINUSCA", "UNMISS", "MONUSCO", "MINURSO"];
/** … and MINUSCA gets another post. */
const KINDS = ["policeCommissioner", "dsrsgPolitical", "deputyForceCommander", "chiefOfStaff"];

/** Everybody who opens a page that lists something. */
async function people() {
  const [officer, focalPoint, decisionMaker, vetting, member] = [
    await anAccount("secretariat", "Officer"),
    await aFocalPoint("GH"),
    await anAccount("decisionMaker", "Decides"),
    await anAccount("vettingOfficer", "Vetting"),
    await anAccount("panelMember", "Sits on all panels"),
  ];
  const pair = await anEngagement();
  const candidate = await anAccount("candidate", "Candidate");
  const { id: personId } = await database().person.create({
    data: {
      userId: candidate.userId,
      givenName: "Ama",
      familyName: "Mensah",
      email: `${randomUUID()}@example.org`,
      gender: "woman",
      nationalities: ["GH"],
    },
  });
  return {
    officer,
    focalPoint,
    decisionMaker,
    vetting,
    member,
    pair,
    mentor: pair.mentor,
    mentee: pair.mentee,
    candidate: { ...candidate, personId },
  };
}

type People = Awaited<ReturnType<typeof people>>;
type Visitor = keyof Omit<People, "pair">;

/** One more of everything that a page lists. */
async function grow({ officer, member, pair, candidate }: People, acronym: string) {
  const open = await anOpenCall(acronym);
  await aNomination(open.vacancyId, "GH");
  await aCandidacyOf(candidate, open.vacancyId);
  await screened(acronym);
  const signed = await aSignedReport();
  for (const { panelId } of [await aPanel(), await anOpenPanel(), signed]) await seat(member, panelId);
  const again = await anEngagement({ with: pair });
  const hours = 48 * (1 + MISSIONS.indexOf(acronym));
  await aSession(pair, hours);
  await aSession(again, hours + 24);
  await anEngagement();
  must(await proposeMember(officer, proposal()));
  await signInMail((await database().user.findUniqueOrThrow({ where: { id: officer.userId ?? "" } })).email);
  const kind = KINDS[MISSIONS.indexOf(acronym)] ?? "";
  await aPost(officer, "MINUSCA", kind, "D-2");
  await database().user.updateMany({ data: { demo: true } });
  await sealRecord();
  return { reference: open.reference, vacancyId: signed.vacancyId };
}

/** A vacancy with one candidacy whose gates are passed, one whose are asked for, and one to be screened. */
async function screened(acronym: string) {
  const { vacancyId, callId, officer } = await anOpenCall(acronym, "forceCommander", "ASG");
  const all = [];
  for (const state of ["GH", "NP", "UY"]) {
    const nominated = await aNomination(vacancyId, state);
    must(
      await giveConsent(asNominee(nominated), { candidacyId: nominated.candidacyId, form: someConsent() }),
    );
    all.push(nominated.candidacyId);
  }
  must(await closeCall(officer, { callId, reason: "Everybody has answered." }));
  const [cleared = "", waiting = ""] = all;
  for (const candidacyId of [cleared, waiting]) {
    await screenTogether(officer, candidacyId);
  }
  await clearAll(cleared);
}

async function seat(actor: Actor, panelId: string) {
  const data = {
    panelId,
    userId: actor.userId ?? "",
    gender: "woman",
    nationality: "FI",
    external: true,
  } as const;
  await database().panelMember.create({ data });
}

const SOMEBODY = { givenName: "X", familyName: "X", gender: "notStated", nationalities: ["GH"] } as const;

async function aCandidacyOf({ personId }: Actor, vacancyId: string) {
  const by = { vacancyId, personId: personId ?? "" };
  const { callId } = await database().vacancy.findUniqueOrThrow({ where: { id: vacancyId } });
  const nomination = await database().nomination.create({
    data: {
      ...by,
      callId: callId ?? "",
      stateCode: "GH",
      nominatedById: "x",
      statement: "x",
      ...statedColumns({ ...SOMEBODY, email: "x@example.org" }),
      certified: true,
      submissionKey: randomUUID(),
    },
  });
  await database().candidacy.create({ data: { ...by, nominationId: nomination.id } });
}

const LISTS: readonly (readonly [who: Visitor | null, ...pages: readonly Page[]])[] = [
  [null, ["/calls", calls], ["/demo", demo], ["/outbox", outbox]],
  [
    "officer",
    ["/", home],
    ["/missions", missions],
    ["/missions/MINUSCA", mission, { acronym: "MINUSCA" }],
    ["/vacancies", vacancies],
    ["/vacancies/new", newVacancy],
    ["/candidacies", candidacies],
    ["/clearances", clearances],
    ["/panels", panels],
    ["/decisions", decisions],
    ["/mentors", mentors],
    ["/mentors/new", newMentor],
    ["/matching", matching],
    ["/engagements", engagements],
    ["/cadre", cadre],
    ["/record", record],
  ],
  ["focalPoint", ["/", home], ["/nominations", nominations]],
  ["candidate", ["/", home], ["/my-cases", myCases]],
  ["member", ["/", home], ["/panels", panels]],
  ["decisionMaker", ["/", home], ["/decisions", decisions]],
  ["vetting", ["/", home], ["/clearances", clearances]],
  ["mentor", ["/", home], ["/engagements", engagements]],
  ["mentee", ["/", home], ["/engagements", engagements]],
];

/** Of each page: the statements it sends, its visitor's sign-in included, and how much it has to show. */
async function countAll(all: People, { reference, vacancyId }: Awaited<ReturnType<typeof grow>>) {
  const statements: Record<string, number> = {};
  const shown: Record<string, number> = {};
  const count = async (who: Visitor | null, [path, loader, params]: Page, headers: Headers) => {
    const { queries, value } = await countQueries(() =>
      clockOf(who, async () => loader(asked(path, headers, params))),
    );
    const name = `${who ?? "public"} ${path.replace(reference, "…").replace(vacancyId, "…")}`;
    statements[name] = queries;
    shown[name] = JSON.stringify(value).length;
  };
  for (const [who, ...pages] of LISTS) {
    const headers = who ? await browserOf(all[who]) : new Headers();
    for (const page of pages) await count(who, page, headers);
    if (who === null) await count(who, [`/calls/${reference}`, call, { reference }], headers);
    if (who === "decisionMaker")
      await count(who, [`/decisions/${vacancyId}`, decision, { vacancyId }], headers);
  }
  return { statements, shown };
}

/** The pair opens its pages after the sessions of this story, everybody else today. */
const clockOf = <T>(who: Visitor | null, work: () => Promise<T>): Promise<T> =>
  who === "mentor" || who === "mentee" ? hoursOn(400, work) : work();

/** Pages of one thing, and of things that this story has no more of. */
const SHOW_THE_SAME = [
  "public /calls/…",
  "officer /record",
  "focalPoint /",
  "decisionMaker /decisions/…",
  "mentee /engagements",
];

describe("a page that lists things", () => {
  it("asks as often for many of everything as for one", async () => {
    const all = await people();
    const [first = "", ...others] = MISSIONS;
    const few = await countAll(all, await grow(all, first));
    let latest = await grow(all, others[0] ?? "");
    for (const acronym of others.slice(1)) latest = await grow(all, acronym);
    const many = await countAll(all, latest);
    expect(many.statements).toEqual(few.statements);
    const grown = Object.keys(many.shown).filter(
      (name) => (many.shown[name] ?? 0) > (few.shown[name] ?? 0) + 100,
    );
    expect(Object.keys(many.shown).filter((name) => !grown.includes(name))).toEqual(SHOW_THE_SAME);
    expect(Object.entries(many.statements).filter(([, sent]) => sent < 1 || sent > 48)).toEqual([]);
  }, 120_000);
});
