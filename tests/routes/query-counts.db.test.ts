import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import type { Actor } from "#app/access/actor.ts";
import { openCompact } from "#app/cadre/keep-compact.server.ts";
import { makePledge } from "#app/cadre/keep-pledge.server.ts";
import { readMembers } from "#app/cadre/member-store.queries.server.ts";
import { nameContact } from "#app/mentoring/concern/name-contact.server.ts";
import { raiseConcern } from "#app/mentoring/concern/raise-concern.server.ts";
import { database } from "#app/platform/database.server.ts";
import { sealRecord } from "#app/record/seal-record.server.ts";
import { loader as home } from "#app/routes/_index.tsx";
import { loader as cadre } from "#app/routes/cadre._index.tsx";
import { loader as calls } from "#app/routes/calls._index.tsx";
import { loader as call } from "#app/routes/calls.$reference.tsx";
import { loader as candidacies } from "#app/routes/candidacies._index.tsx";
import { loader as clearances } from "#app/routes/clearances._index.tsx";
import { loader as compacts } from "#app/routes/compacts._index.tsx";
import { loader as concerns } from "#app/routes/concerns._index.tsx";
import { loader as courses } from "#app/routes/courses._index.tsx";
import { loader as decisions } from "#app/routes/decisions._index.tsx";
import { loader as decision } from "#app/routes/decisions.$vacancyId.tsx";
import { loader as demo } from "#app/routes/demo.tsx";
import { loader as engagements } from "#app/routes/engagements._index.tsx";
import { loader as lessonReviews } from "#app/routes/lesson-reviews._index.tsx";
import { loader as lessons } from "#app/routes/lessons._index.tsx";
import { loader as matching } from "#app/routes/matching._index.tsx";
import { loader as compareRuns } from "#app/routes/matching_.compare.tsx";
import { loader as pairOrders } from "#app/routes/matching_.pairs.tsx";
import { loader as matchWeights } from "#app/routes/matching_.weights.tsx";
import { loader as mentors } from "#app/routes/mentors._index.tsx";
import { loader as newMentor } from "#app/routes/mentors.new.tsx";
import { loader as missions } from "#app/routes/missions._index.tsx";
import { loader as mission } from "#app/routes/missions.$acronym.tsx";
import { loader as myCases } from "#app/routes/my-cases._index.tsx";
import { loader as nominations } from "#app/routes/nominations._index.tsx";
import { loader as outbox } from "#app/routes/outbox._index.tsx";
import { loader as panels } from "#app/routes/panels._index.tsx";
import { loader as pledgeCalls } from "#app/routes/pledge-calls._index.tsx";
import { loader as programmeHealth } from "#app/routes/programme-health._index.tsx";
import { loader as record } from "#app/routes/record._index.tsx";
import { loader as statePledges } from "#app/routes/state-pledges._index.tsx";
import { loader as vacancies } from "#app/routes/vacancies._index.tsx";
import { loader as newVacancy } from "#app/routes/vacancies.new.tsx";
import { closeCall } from "#app/selection/call/close-call.server.ts";
import { giveConsent } from "#app/selection/candidate/give-consent.server.ts";
import { enterIncumbent } from "#app/selection/needs/enter-incumbent.server.ts";
import { statedColumns } from "#app/selection/nomination/known-nominee.ts";
import { anActiveMember } from "#tests/support/cadre-story.ts";
import { asNominee, clearAll, screenTogether, someConsent } from "#tests/support/candidacy-story.ts";
import { aCourse, dayIn, nominated } from "#tests/support/course-story.ts";
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
async function grow({ officer, decisionMaker, member, pair, candidate }: People, acronym: string) {
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
  await aLessonIn("submitted", pair);
  await aLessonIn("published", pair);
  await aPledgeCall();
  must(await nameContact(officer, { kind: "programme", userId: officer.userId ?? "" }));
  const concern = { contact: "programme", text: "We do not meet." } as const;
  must(await raiseConcern(pair.mentee, { engagementId: pair.engagementId, ...concern }));
  await aSetting(officer, (await anEngagement()).engagementId);
  await anActiveMember(officer);
  const ghana = await aFocalPoint("GH");
  const { courseId } = await aCourse();
  await nominated(ghana, courseId, "woman", "man", "man");
  const pledged = { kind: "mentors", quantity: 2, dueOn: dayIn(90), words: "" } as const;
  must(await makePledge(ghana, { ...pledged, submissionKey: randomUUID() }));
  await aCompact(decisionMaker, acronym);
  await signInMail((await database().user.findUniqueOrThrow({ where: { id: officer.userId ?? "" } })).email);
  const kind = KINDS[MISSIONS.indexOf(acronym)] ?? "";
  await aPost(officer, "MINUSCA", kind, "D-2");
  await database().user.updateMany({ data: { demo: true } });
  await sealRecord();
  return { reference: open.reference, vacancyId: signed.vacancyId };
}

/** One more pair set by hand, and weights of the matching. */
async function aSetting({ userId }: Actor, engagementId: string) {
  const { mentorId, proposal } = await database().engagement.findUniqueOrThrow({
    where: { id: engagementId },
    select: { mentorId: true, proposal: { select: { needId: true } } },
  });
  const by = { setById: userId ?? "", reason: "Told in a test." };
  await database().pairOrder.create({ data: { ...by, mentorId, needId: proposal.needId, kind: "pin" } });
  const parts = { role: 1, mission: 1, needs: 1, language: 1, hours: 1, preferences: 1 };
  await database().matchWeights.create({ data: { ...by, ...parts } });
}

/** A lesson of the mentor of a pair. */
async function aLessonIn(state: "submitted" | "published", { mentor }: People["pair"]) {
  await database().lesson.create({
    data: {
      ...{
        state,
        side: "mentor",
        authorId: mentor.personId,
        title: "Listen first",
        text: "Then speak. ".repeat(9),
      },
      ...{ roleKindCode: "srsg", mandateTasks: ["elections"], kept: [] },
      publishedAt: state === "published" ? new Date() : null,
    },
  });
}

/** A call for pledges sent to the focal point's state. */
async function aPledgeCall() {
  await database().pledgeCall.create({
    data: {
      ...{
        state: "sent",
        gaps: ["women", "language:fr"],
        createdById: "x",
        answerBy: new Date("2099-01-01"),
      },
      sentAt: new Date("2026-01-01"),
      addressees: { create: { stateCode: "GH", text: "We ask for mentors." } },
    },
  });
}

/** A compact of somebody who leads in a mission. */
async function aCompact(supervisor: Actor, acronym: string) {
  const officer = await anAccount("secretariat", "Officer");
  const { postId } = await aPost(officer, acronym, "headOfSpm", "ASG");
  const incumbent = {
    ...{ givenName: "Lea", familyName: "Der", email: `${randomUUID()}@example.org` },
    gender: "woman",
    ...{ nationality: "GH", startsOn: dayIn(-10), endsOn: dayIn(90), acting: false, offerMentor: false },
  } as const;
  const { appointmentId } = must(await enterIncumbent(officer, { postId, incumbent }));
  const year = Number(dayIn(0).slice(0, 4));
  must(await openCompact(officer, { appointmentId, year, supervisorId: supervisor.userId ?? "" }));
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
    ["/matching/pairs", pairOrders],
    ["/matching/weights", matchWeights],
    ["/matching/compare", compareRuns],
    ["/engagements", engagements],
    ["/programme-health", programmeHealth],
    ["/pledge-calls", pledgeCalls],
    ["/lessons", lessons],
    ["/lesson-reviews", lessonReviews],
    ["/cadre", cadre],
    ["/compacts", compacts],
    ["/courses", courses],
    ["/state-pledges", statePledges],
    ["/record", record],
  ],
  ["focalPoint", ["/", home], ["/nominations", nominations], ["/pledge-calls", pledgeCalls]],
  ["candidate", ["/", home], ["/my-cases", myCases]],
  ["member", ["/", home], ["/panels", panels]],
  ["decisionMaker", ["/", home], ["/decisions", decisions]],
  ["vetting", ["/", home], ["/clearances", clearances]],
  ["mentor", ["/", home], ["/engagements", engagements], ["/lessons", lessons]],
  ["mentee", ["/", home], ["/engagements", engagements], ["/concerns", concerns]],
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
  "officer /programme-health",
  "officer /record",
  "decisionMaker /decisions/…",
  "mentee /engagements",
];

describe("a page that lists things", () => {
  it("asks as often for many of everything as for one", async () => {
    // As the server does before anybody asks.
    await readMembers();
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
    expect(Object.entries(many.statements).filter(([, sent]) => sent < 1 || sent > 58)).toEqual([]);
  }, 120_000);
});
