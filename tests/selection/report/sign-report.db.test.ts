import { describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { action as signAction } from "#app/routes/panels.$panelId_.report_.sign.tsx";
import { readDossier } from "#app/selection/candidate/dossier.queries.server.ts";
import { withdrawCandidacy } from "#app/selection/candidate/withdraw-candidacy.server.ts";
import { decide } from "#app/selection/decision/make-decision.server.ts";
import { withdrawNomination } from "#app/selection/nomination/withdraw-nomination.server.ts";
import { readPanel } from "#app/selection/panel/panel.queries.server.ts";
import { panelTasks } from "#app/selection/panel/panel-tasks.queries.server.ts";
import { readRanking } from "#app/selection/ranking/ranking.queries.server.ts";
import { createReport } from "#app/selection/report/create-report.server.ts";
import { readReport } from "#app/selection/report/report.queries.server.ts";
import { signReport } from "#app/selection/report/sign-report.server.ts";
import { writeFinding } from "#app/selection/report/write-finding.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { must } from "#tests/support/must.ts";
import { aFinding, aReport, aSignedReport, type PanelStory } from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

const code = (answer: { ok: boolean; refusal?: { code: string } }) =>
  answer.ok ? "ok" : answer.refusal?.code;
const CLEAR = { outcome: "clear", validUntil: new Date("2099-12-31") } as const;
const titles = async (actor: PanelStory["chair"]) => (await panelTasks(actor)).map(({ title }) => title);

describe("signReport", () => {
  it("is out of date once a finding was changed, and a new version starts without signatures", async () => {
    const story = await aReport();
    const { panelId, reportId, chair } = story;
    must(await signReport(chair, { panelId, reportId, dissent: null }));
    const finding = aFinding(story, "notRecommended", [2], 1);
    must(await writeFinding(chair, { panelId, candidacyId: story.candidacyIds[2] ?? "", finding }));
    const second = story.members[1] ?? chair;
    expect(code(await signReport(second, { panelId, reportId, dissent: null }))).toBe("reportOutOfDate");
    expect((await readReport(chair, panelId))?.report?.outOfDate).toBe(true);
    expect(await titles(chair)).toEqual(["selection.task.makeReport"]);
    expect(await titles(second)).toEqual([]);
    const made = must(await createReport(chair, { panelId, balanceReason: "" }));
    expect(made.version).toBe(2);
    expect(code(await signReport(second, { panelId, reportId, dissent: null }))).toBe("reportSuperseded");
    expect((await readReport(chair, panelId))?.report?.signatures).toEqual([]);
  });

  it("is voided by nobody: a report that says how things stand is not made again, by one post or by two", async () => {
    const { panelId, reportId, chair, members } = await aReport();
    const dissenter = members[1] ?? chair;
    must(
      await signReport(dissenter, {
        panelId,
        reportId,
        dissent: "The second criterion was read too kindly.",
      }),
    );
    const again = () => createReport(chair, { panelId, balanceReason: "" });
    expect(code(await again())).toBe("reportStands");
    expect((await Promise.all([again(), again()])).map(code)).toEqual(["reportStands", "reportStands"]);
    const report = (await readReport(chair, panelId))?.report;
    expect([report?.version, report?.signatures.map(({ dissents }) => dissents)]).toEqual([1, [true]]);
  });

  it("leads back to the report, which offers the receipt of one's own signature and no other's", async () => {
    const story = await aReport();
    const { panelId, reportId, chair } = story;
    expect((await readReport(chair, panelId))?.receiptId).toBeNull();
    const headers = await browserOf(chair);
    const path = paths.signReport(panelId);
    const request = new Request(`http://localhost${path}`, {
      method: "POST",
      headers,
      body: new URLSearchParams({ reportId, manner: "agree" }),
    });
    const answer = await signAction({ ...asked(path, headers, { panelId }), request });
    expect(answer).toBeInstanceOf(Response);
    if (answer instanceof Response) expect(answer.headers.get("location")).toBe(paths.report(panelId));
    const signature = await database().recordEvent.findFirstOrThrow({
      where: { kind: "report.signed", subjectId: reportId, actorId: chair.userId },
    });
    expect((await readReport(chair, panelId))?.receiptId).toBe(signature.id);
    expect((await readReport(story.members[1] ?? chair, panelId))?.receiptId).toBeNull();
  });

  it("completes with the last signature, though the last two come at once, and takes effect once", async () => {
    const story = await aReport();
    const decisionMaker = await anAccount("decisionMaker", "Decision maker");
    const { panelId, reportId } = story;
    const [chair, second, third] = story.members;
    if (!chair || !second || !third) throw new Error("three members");
    must(await signReport(chair, { panelId, reportId, dissent: null }));
    const dissent = "The evidence on the second candidate is older than ten years.";
    const last = await Promise.all([
      signReport(second, { panelId, reportId, dissent }),
      signReport(third, { panelId, reportId, dissent: null }),
    ]);
    expect(last.map((answer) => answer.ok && answer.value.complete).toSorted()).toEqual([false, true]);
    const vacancy = await database().vacancy.findUniqueOrThrow({
      where: { id: story.vacancyId },
      include: { candidacies: true, panel: true },
    });
    expect([vacancy.state, vacancy.panel?.phase]).toEqual(["reported", "reported"]);
    const states = new Map(vacancy.candidacies.map(({ id, state }) => [id, state]));
    expect(story.candidacyIds.map((id) => states.get(id))).toEqual([
      "recommended",
      "recommended",
      "suitable",
    ]);
    expect(
      await database().stageEvent.count({
        where: { stage: "recommended", candidacyId: { in: [...story.candidacyIds] } },
      }),
    ).toBe(2);
    const mails = await database().outgoingMail.findMany({
      where: { kind: "decisionWaiting", dedupeKey: { contains: story.vacancyId } },
    });
    expect(mails.map(({ dedupeKey }) => dedupeKey)).toContain(
      `decisionWaiting:${story.vacancyId}:${decisionMaker.userId}`,
    );
    expect(
      (await readReport(chair, panelId))?.report?.signatures.find(({ dissents }) => dissents)?.dissent,
    ).toBe(dissent);
    expect(code(await signReport(chair, { panelId, reportId, dissent: null }))).toBe("notModerating");
  });

  it("counts one signature of two clicks, and none of a stranger", async () => {
    const story = await aReport();
    const order = { panelId: story.panelId, reportId: story.reportId, dissent: null };
    const clicks = await Promise.all([1, 2].map(() => signReport(story.chair, order)));
    expect(clicks.map(code).toSorted()).toEqual(["ok", "reportSignedAlready"]);
    expect(code(await signReport(await anAccount("panelMember", "Stranger"), order))).toBe("notFound");
    expect(code(await signReport(story.officer, order))).toBe("notFound");
  });

  it("leaves a candidate withdrawn who withdrew before the last signature", async () => {
    const story = await aReport();
    const { panelId, reportId } = story;
    const [first = ""] = story.candidacyIds;
    await database().candidacy.update({ where: { id: first }, data: { state: "withdrawn" } });
    for (const member of story.members) must(await signReport(member, { panelId, reportId, dissent: null }));
    expect((await database().candidacy.findUniqueOrThrow({ where: { id: first } })).state).toBe("withdrawn");
  });
});

describe("withdrawing from a reported case", () => {
  it("keeps the ranking as it was signed, closes the file, and ends with the decision", async () => {
    const story = await aSignedReport();
    const { panelId, vacancyId } = story;
    const [chosen = "", second = "", third = ""] = story.candidacyIds;
    const before = await readRanking(story.officer, panelId);
    const candidate = async (id: string) => {
      const { personId } = await database().candidacy.findUniqueOrThrow({ where: { id } });
      return anAccount("candidate", "Candidate", { personId });
    };
    must(await withdrawCandidacy(await candidate(second), { candidacyId: second }));
    const after = await readRanking(story.officer, panelId);
    expect(after?.figures).toEqual(before?.figures);
    expect(after?.people[second]?.name).toBe(before?.people[second]?.name);
    expect(await readDossier(story.chair, panelId, second)).toBeNull();
    expect(await readDossier(story.chair, panelId, third)).not.toBeNull();
    expect(
      (await readPanel(story.chair, panelId))?.candidacies.map(({ candidacyId }) => candidacyId),
    ).not.toContain(second);
    await database().clearance.updateMany({ where: { candidacyId: chosen }, data: CLEAR });
    const decisionMaker = await anAccount("decisionMaker", "Decision maker");
    const reasons = "She has led two such missions and every member of the panel put her first.";
    must(await decide(decisionMaker, { vacancyId, candidacyId: chosen, reasons }));
    expect(code(await withdrawCandidacy(await candidate(third), { candidacyId: third }))).toBe(
      "withdrawTooLate",
    );
    const { nominationId, nomination } = await database().candidacy.findUniqueOrThrow({
      where: { id: third },
      include: { nomination: true },
    });
    const { stateCode } = nomination;
    const focalPoint = await anAccount("focalPoint", "Focal point", { stateCode });
    const order = { nominationId, reason: "The nominee took another post." };
    expect(code(await withdrawNomination(focalPoint, order))).toBe("withdrawTooLate");
    await database().candidacy.update({
      where: { id: third },
      data: { state: "merged", mergedFrom: "suitable" },
    });
    expect(code(await withdrawNomination(focalPoint, order))).toBe("withdrawTooLate");
    await database().candidacy.update({
      where: { id: third },
      data: { state: "withdrawn", mergedFrom: null, withdrawnAt: new Date(Date.now() + 1000) },
    });
    const broken = await checkData(database());
    expect(broken.find(({ rule }) => rule.name === "withdrawn-before-the-decision")?.rows).toEqual([
      { id: third },
    ]);
    expect((await readRanking(story.officer, panelId))?.figures).toEqual(before?.figures);
  });
});
