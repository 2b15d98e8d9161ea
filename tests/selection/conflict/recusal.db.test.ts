import { describe, expect, it } from "vitest";
import { type Actor, ROLES, type Role } from "#app/access/actor.ts";
import { database } from "#app/platform/database.server.ts";
import { withheldCandidacies } from "#app/selection/conflict/recusal.queries.server.ts";
import { closeVacancy } from "#app/selection/decision/close-vacancy.server.ts";
import { declineSelection } from "#app/selection/decision/decline-selection.server.ts";
import { decide } from "#app/selection/decision/make-decision.server.ts";
import { arrangeInterview } from "#app/selection/interview/arrange-interview.server.ts";
import { openPanelInterviews } from "#app/selection/interview/open-interviews.server.ts";
import { setPanel } from "#app/selection/panel/set-panel.server.ts";
import { revealSheets } from "#app/selection/sheet/reveal-sheets.server.ts";
import { submitScoreSheet } from "#app/selection/sheet/submit-score-sheet.server.ts";
import { sendLetters } from "#tests/support/letters.ts";
import { must } from "#tests/support/must.ts";
import { naming, type OpenedPage, openEverything } from "#tests/support/open-everything.ts";
import {
  anHour,
  anInterviewPanel,
  anInvitedPanel,
  aSheet,
  declare,
  findAll,
  type PanelStory,
  proposal,
  scoreAll,
  signReportOf,
} from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";

const NAME = "Xenophonova";
/** A panel one of whose members, of every role, is recused from the first candidacy: its name can be searched for. */
async function aRecusal(invited: () => Promise<PanelStory> = anInvitedPanel) {
  const story = await invited();
  const [withheld = ""] = story.candidacyIds;
  const { personId, nominationId } = await database().candidacy.findUniqueOrThrow({
    where: { id: withheld },
  });
  await database().person.update({ where: { id: personId }, data: { familyName: NAME } });
  await database().nomination.update({ where: { id: nominationId }, data: { statedFamilyName: NAME } });
  await database().vacancy.update({ where: { id: story.vacancyId }, data: { requirements: [] } });
  const member = story.members[2] ?? story.chair;
  for (const role of ROLES.filter((one) => one !== "panelMember"))
    await database().roleGrant.create({
      data: { userId: member.userId ?? "", role, stateCode: role === "focalPoint" ? "UY" : null },
    });
  for (const one of story.members) must(await declare(story, one, one === member ? [withheld] : []));
  const document = await database().candidacyDocument.create({
    data: {
      candidacyId: withheld,
      kind: "cv",
      name: "cv.pdf",
      contentType: "application/pdf",
      size: 1,
      sha256: "0",
      addedById: "fp",
    },
  });
  const clearance = await database().clearance.findFirstOrThrow({ where: { candidacyId: withheld } });
  const { callId } = await database().nomination.findUniqueOrThrow({ where: { id: nominationId } });
  const { reference } = await database().call.findUniqueOrThrow({ where: { id: callId } });
  const params = {
    ...{ candidacyId: withheld, nominationId, clearanceId: clearance.id, documentId: document.id },
    ...{ vacancyId: story.vacancyId, panelId: story.panelId, callId, reference, code: "UY" },
  };
  return { story, withheld, member, params, secrets: [NAME, withheld, nominationId, personId] };
}
type Recusal = Awaited<ReturnType<typeof aRecusal>>;

/** What a member sent in the address they sent themself: it comes back in the filter of a search, and tells nothing. */
const withoutAsked = (pages: readonly OpenedPage[]) =>
  pages.map((page) => ({ ...page, body: page.body.replaceAll(`"name":"${NAME}"`, "") }));

async function decideFor({ story, withheld }: Recusal) {
  await signReports(story);
  const decider = await anAccount("decisionMaker", "Decides");
  must(
    await decide(decider, {
      ...{ vacancyId: story.vacancyId, candidacyId: withheld },
      reasons: "The panel found the record in mediation the strongest of all.",
    }),
  );
}

async function signReports(story: PanelStory) {
  await scoreAll(story);
  must(await revealSheets(story.chair, story));
  await findAll(story);
  await signReportOf(story);
}

describe("a member recused from a candidacy, in every role of their account", () => {
  it("finds it on no page, in no list, search or download, while the panel scores and after the decision", async () => {
    const recusal = await aRecusal();
    const roles = ROLES.filter((role) => role !== "mentor" && role !== "mentee");
    const officer = await anAccount("secretariat", "Officer");
    const found = naming(withoutAsked(await openEverything(officer, recusal.params, ["secretariat"], NAME)), [
      NAME,
    ]);
    expect(found).toEqual(
      expect.arrayContaining(
        [
          "candidacies._index",
          "candidacies.$candidacyId",
          "nominations.$nominationId",
          "vacancies.$vacancyId",
        ].map((page) => `secretariat ${page}`),
      ),
    );
    expect(
      naming(
        withoutAsked(await openEverything(recusal.member, recusal.params, roles, NAME)),
        recusal.secrets,
      ),
    ).toEqual([]);
    await decideFor(recusal);
    expect(
      naming(withoutAsked(await openEverything(officer, recusal.params, ["secretariat"], NAME)), [NAME]),
    ).toContain("secretariat vacancies.$vacancyId_.appointment");
    expect(
      naming(
        withoutAsked(await openEverything(recusal.member, recusal.params, roles, NAME)),
        recusal.secrets,
      ),
    ).toEqual([]);
  }, 400_000);

  it("finds it on no page of a panel that interviews, once its interview is set", async () => {
    const recusal = await aRecusal(anInterviewPanel);
    const { story, withheld, member } = recusal;
    for (const judge of story.members) {
      for (const candidacyId of story.candidacyIds) {
        if (judge === member && candidacyId === withheld) continue;
        const sheet = aSheet({ ...story, criterionIds: story.criterionIds.slice(0, 3) }, [3]);
        must(await submitScoreSheet(judge, { panelId: story.panelId, candidacyId, sheet }));
      }
    }
    must(await revealSheets(story.chair, story));
    for (const [n, candidacyId] of story.candidacyIds.entries())
      must(await arrangeInterview(story.officer, { ...story, candidacyId, interview: anHour(n + 1) }));
    const ofPanel = async (actor: Actor, roles: readonly Role[]) =>
      naming(await openEverything(actor, recusal.params, roles, NAME), [withheld]);
    expect(await ofPanel(story.chair, ["panelMember"])).toEqual(
      expect.arrayContaining([
        "panelMember panels.$panelId",
        "panelMember panels.$panelId_.comparisons.$candidacyId",
      ]),
    );
    expect(await ofPanel(member, ["panelMember", "secretariat", "auditor"])).toEqual([]);
    must(await openPanelInterviews(story.chair, story));
    expect(await ofPanel(member, ["panelMember", "secretariat", "auditor"])).toEqual([]);
  }, 400_000);

  it("hears nothing of it by mail", async () => {
    const recusal = await aRecusal();
    await decideFor(recusal);
    await sendLetters(recusal.story.officer, recusal.story.vacancyId);
    const { personId } = await database().candidacy.findUniqueOrThrow({ where: { id: recusal.withheld } });
    const candidate = { ...(await anAccount("candidate", "Candidate")), personId };
    must(await declineSelection(candidate, { candidacyId: recusal.withheld, reason: "" }));
    const { email } = await database().user.findUniqueOrThrow({ where: { id: recusal.member.userId ?? "" } });
    const mails = await database().outgoingMail.findMany({ select: { toAddress: true, params: true } });
    const about = mails.filter(({ params }) =>
      recusal.secrets.some((one) => JSON.stringify(params).includes(one)),
    );
    expect(about.length).toBeGreaterThan(0);
    expect(about.map(({ toAddress }) => toAddress)).not.toContain(email);
  });

  it("changes neither the panel nor the vacancy as an officer", async () => {
    const { story, member } = await aRecusal();
    const officer = { ...member, role: "secretariat" as const };
    const { version } = await database().panel.findUniqueOrThrow({ where: { id: story.panelId } });
    const { vacancyId } = story;
    const answers = [
      await setPanel(officer, { vacancyId, panel: proposal(story.members, { version }) }),
      await closeVacancy(officer, { vacancyId, reason: "The mandate has ended before its time." }),
    ];
    expect(answers.map((one) => (one.ok ? "ok" : one.refusal.code))).toEqual([
      "recusedFromCase",
      "recusedFromCase",
    ]);
    expect(await database().vacancy.findUniqueOrThrow({ where: { id: vacancyId } })).toMatchObject({
      state: "assessment",
    });
  });

  it("finds none of those joined with it either", async () => {
    const { story, member, withheld } = await aRecusal();
    const joined = story.candidacyIds[1] ?? "";
    await database().candidacy.update({ where: { id: joined }, data: { mergedIntoId: withheld } });
    expect((await withheldCandidacies(database(), member)).toSorted()).toEqual([withheld, joined].toSorted());
    expect(await withheldCandidacies(database(), story.chair)).toEqual([]);
  });
});
