import { describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { action as signAction } from "#app/routes/panels.$panelId_.report_.sign.tsx";
import { createReport } from "#app/selection/create-report.server.ts";
import { readDossier } from "#app/selection/dossier.queries.server.ts";
import { readFinding } from "#app/selection/finding.queries.server.ts";
import { decide } from "#app/selection/make-decision.server.ts";
import { readPanel } from "#app/selection/panel.queries.server.ts";
import { panelTasks } from "#app/selection/panel-tasks.queries.server.ts";
import { readRanking } from "#app/selection/ranking.queries.server.ts";
import { readReport } from "#app/selection/report.queries.server.ts";
import { revealSheets } from "#app/selection/reveal-sheets.server.ts";
import { signReport } from "#app/selection/sign-report.server.ts";
import { withdrawCandidacy } from "#app/selection/withdraw-candidacy.server.ts";
import { withdrawNomination } from "#app/selection/withdraw-nomination.server.ts";
import { writeFinding } from "#app/selection/write-finding.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { must } from "#tests/support/must.ts";
import {
  anInvitedPanel,
  anOpenPanel,
  aReport,
  aRevealedPanel,
  aSignedReport,
  declare,
  findAll,
  type PanelStory,
  scoreAll,
} from "#tests/support/panel-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";

const code = (answer: { ok: boolean; refusal?: { code: string } }) =>
  answer.ok ? "ok" : answer.refusal?.code;
const CLEAR = { outcome: "clear", validUntil: new Date("2099-12-31") } as const;
const titles = async (actor: PanelStory["chair"]) => (await panelTasks(actor)).map(({ title }) => title);

/** A revealed panel whose second member is recused from the first candidacy. */
async function aPanelWithRecusal() {
  const story = await anInvitedPanel();
  const [chair, second, third] = story.members;
  const withheld = story.candidacyIds[0] ?? "";
  if (!chair || !second || !third) throw new Error("three members");
  must(await declare(story, chair));
  must(await declare(story, second, [withheld]));
  must(await declare(story, third));
  await scoreAll(story);
  must(await revealSheets(chair, story));
  return { ...story, recused: second, withheld };
}

describe("revealSheets", () => {
  it("waits for everybody's declarations and sheets, and is the chair's alone", async () => {
    const story = await anInvitedPanel();
    expect(code(await revealSheets(story.chair, story))).toBe("declarationsOutstanding");
    for (const member of story.members) must(await declare(story, member));
    expect(await revealSheets(story.chair, story)).toMatchObject({
      refusal: { code: "sheetsOutstanding", params: { count: 9 } },
    });
    await scoreAll(story);
    expect(await titles(story.chair)).toEqual(["selection.task.reveal"]);
    expect(code(await revealSheets(story.members[1] ?? story.chair, story))).toBe("notFound");
    expect(code(await revealSheets(story.officer, story))).toBe("notFound");
    expect(code(await revealSheets(story.chair, story))).toBe("ok");
  });

  it("happens once, with its stages, its event and a message to each member", async () => {
    const story = await anOpenPanel();
    await scoreAll(story);
    const answers = await Promise.all([1, 2, 3].map(() => revealSheets(story.chair, story)));
    expect(answers.map(code).toSorted()).toEqual(["ok", "wrongState", "wrongState"]);
    expect(
      await database().recordEvent.count({ where: { kind: "panel.revealed", subjectId: story.panelId } }),
    ).toBe(1);
    expect(
      await database().outgoingMail.count({
        where: { dedupeKey: { startsWith: `sheetsRevealed:${story.panelId}` } },
      }),
    ).toBe(3);
    const stages = await database().stageEvent.count({
      where: { stage: "scored", candidacyId: { in: [...story.candidacyIds] } },
    });
    expect(stages).toBe(3);
  });

  it("does not let a chair reveal who is recused from a candidacy", async () => {
    const story = await anOpenPanel();
    must(await declare(story, story.chair, [story.candidacyIds[0] ?? ""]));
    await scoreAll(story);
    expect(code(await revealSheets(story.chair, story))).toBe("chairRecused");
    expect(await titles(story.chair)).not.toContain("selection.task.reveal");
    expect(await titles(story.officer)).toContain("selection.task.mendPanel");
  });
});

describe("readRanking", () => {
  it("ranks after the reveal, with severities for the chair and the secretariat alone", async () => {
    const story = await aRevealedPanel();
    const asChair = await readRanking(story.chair, story.panelId);
    const asMember = await readRanking(story.members[1] ?? story.chair, story.panelId);
    expect(asChair?.figures.kind).toBe("ranked");
    expect(asChair?.figures.rows.map(({ candidacyId }) => candidacyId)).toEqual(story.candidacyIds);
    expect(asChair?.severities?.members).toHaveLength(3);
    expect(Object.keys(asChair?.severities ?? {}).toSorted()).toEqual(["fit", "members"]);
    expect(asMember?.severities).toBeNull();
    expect(asMember?.agreementBy.map(({ criterionId }) => criterionId)).toEqual(
      asMember?.criteria.map(({ id }) => id),
    );
    for (const { rank, acceptabilities, rankWithout } of asMember?.grounds ?? []) {
      expect(rank).toBeGreaterThan(0);
      expect(acceptabilities.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
      expect(rankWithout).toHaveLength(3);
    }
    expect(asMember?.figures).toEqual(asChair?.figures);
    expect(asChair?.figures.seed).toBe(Number.parseInt(asChair?.figures.inputsHash.slice(0, 8) ?? "", 16));
  });

  it("leaves no trace of a candidacy for who is recused from it: no row, no gap, no count, no other figure", async () => {
    const story = await aPanelWithRecusal();
    const full = await readRanking(story.chair, story.panelId);
    const cut = await readRanking(story.recused, story.panelId);
    expect(JSON.stringify(cut)).not.toContain(story.withheld);
    expect(full?.figures.rows.map(({ rank }) => rank)).toEqual([1, 2, 3]);
    expect(cut?.figures.rows.map(({ rank }) => rank)).toEqual([1, 2]);
    expect(cut?.figures.agreement).not.toEqual(full?.figures.agreement);
    expect(cut?.figures.inputsHash).not.toBe(full?.figures.inputsHash);
    expect(await readFinding(story.recused, story.panelId, story.withheld)).toBeNull();
    expect(
      await readFinding({ ...story.recused, role: "secretariat" }, story.panelId, story.withheld),
    ).toBeNull();
    expect((await readFinding(story.chair, story.panelId, story.withheld))?.sheets).toHaveLength(2);
  });

  it("asks the same number of statements for three candidacies as for eight", async () => {
    const nominees = ["UY", "GH", "NP", "FI", "BD", "RW", "FR", "UY"].map((state) => ({
      gender: "woman" as const,
      state,
    }));
    const count = async (some: typeof nominees) => {
      const story = await aRevealedPanel(some);
      const ranking = await countQueries(() => readRanking(story.chair, story.panelId));
      const [candidacyId = ""] = story.candidacyIds;
      const finding = await countQueries(() => readFinding(story.chair, story.panelId, candidacyId));
      return [ranking.queries, finding.queries];
    };
    expect(await count(nominees)).toEqual(await count(nominees.slice(0, 3)));
  });
});

describe("writeFinding", () => {
  const finding = {
    version: 0,
    outcome: "suitable" as const,
    text: "The panel found the file thin on mediation and strong on management.",
  };

  it("is the chair's, after the reveal, on the version last read", async () => {
    const story = await anOpenPanel();
    const at = { panelId: story.panelId, candidacyId: story.candidacyIds[0] ?? "" };
    expect(code(await writeFinding(story.chair, { ...at, finding }))).toBe("notModerating");
    await scoreAll(story);
    must(await revealSheets(story.chair, story));
    expect(code(await writeFinding(story.members[1] ?? story.chair, { ...at, finding }))).toBe("notFound");
    const other = await aRevealedPanel();
    expect(code(await writeFinding(other.chair, { ...at, panelId: other.panelId, finding }))).toBe(
      "notFound",
    );
    const tabs = await Promise.all([1, 2].map(() => writeFinding(story.chair, { ...at, finding })));
    expect(tabs.map(code).toSorted()).toEqual(["findingChangedMeanwhile", "ok"]);
    expect(code(await writeFinding(story.chair, { ...at, finding: { ...finding, version: 1 } }))).toBe("ok");
  });
});

describe("createReport", () => {
  it("wants a finding on every candidacy", async () => {
    const story = await aRevealedPanel();
    const order = { panelId: story.panelId, balanceReason: "" };
    expect(await createReport(story.chair, order)).toMatchObject({
      refusal: { code: "findingsMissing", params: { count: 3 } },
    });
    expect(await titles(story.chair)).toEqual(["selection.task.findings"]);
    await findAll(story);
    expect(await titles(story.chair)).toEqual(["selection.task.makeReport"]);
    expect(code(await createReport(story.members[1] ?? story.chair, order))).toBe("notFound");
    expect(code(await createReport(story.chair, order))).toBe("ok");
  });

  it("wants a reason where a shortlist of three has no man", async () => {
    const women = ["UY", "GH", "NP"].map((state) => ({ gender: "woman" as const, state }));
    const story = await aRevealedPanel(women);
    await findAll(story, ["recommended"]);
    const order = { panelId: story.panelId, balanceReason: "" };
    expect(code(await createReport(story.chair, order))).toBe("balanceReasonMissing");
    const reason = "No man among the nominees was screened in.";
    expect(code(await createReport(story.chair, { ...order, balanceReason: reason }))).toBe("ok");
    expect((await readReport(story.chair, story.panelId))?.report?.content.balanceReason).toBe(reason);
  });

  it("quotes the figures of the ranking page, to the last digit", async () => {
    const story = await aReport();
    const page = await readRanking(story.chair, story.panelId);
    const report = (await readReport(story.chair, story.panelId))?.report;
    expect(page?.figures.kind).toBe("ranked");
    expect(report?.content.figures).toEqual(page?.figures);
  });
});

describe("signReport", () => {
  it("is out of date once a finding was changed, and a new version starts without signatures", async () => {
    const story = await aReport();
    const { panelId, reportId, chair } = story;
    must(await signReport(chair, { panelId, reportId, dissent: null }));
    const finding = {
      version: 1,
      outcome: "notRecommended" as const,
      text: "On reading the file again the panel finds the requirements not met in full.",
    };
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

describe("readReport", () => {
  it("gives who is recused a report as if the candidacy had never been on the panel", async () => {
    const story = await aPanelWithRecusal();
    await findAll(story);
    must(await createReport(story.chair, { panelId: story.panelId, balanceReason: "" }));
    const cut = await readReport(story.recused, story.panelId);
    expect(JSON.stringify(cut)).not.toContain(story.withheld);
    expect(cut?.report?.content.figures.rows.map(({ rank }) => rank)).toEqual([1, 2]);
    expect(cut?.maySign).toBe(true);
    const full = await readReport(story.officer, story.panelId);
    expect(
      full?.report?.content.composition.members.map(({ recusedFrom }) => recusedFrom).toSorted(),
    ).toEqual([0, 0, 1]);
  });

  it("is closed to decision makers until it is complete, and to strangers always", async () => {
    const story = await aReport();
    const decisionMaker = await anAccount("decisionMaker", "Decision maker");
    expect(await readReport(decisionMaker, story.panelId)).toBeNull();
    expect(await readReport(await anAccount("panelMember", "Stranger"), story.panelId)).toBeNull();
    for (const member of story.members)
      must(await signReport(member, { panelId: story.panelId, reportId: story.reportId, dissent: null }));
    expect((await readReport(decisionMaker, story.panelId))?.report?.version).toBe(1);
  });
});
