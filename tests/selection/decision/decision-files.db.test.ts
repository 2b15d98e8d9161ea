import { expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { checkUpload, keepFile } from "#app/platform/files.server.ts";
import { candidateFileSchema } from "#app/selection/candidate/candidate-file.ts";
import { readDossier } from "#app/selection/candidate/dossier.queries.server.ts";
import { readDecision } from "#app/selection/decision/decision.queries.server.ts";
import { decide } from "#app/selection/decision/make-decision.server.ts";
import { readDocument } from "#app/selection/document/read-document.server.ts";
import { must } from "#tests/support/must.ts";
import { aReport, aSignedReport } from "#tests/support/panel-story.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { aPdf, lettersOf } from "#tests/support/some-files.ts";

const REASONS = "Of those recommended, the one whose record fits this mission's transition best.";

async function aDocument(candidacyId: string, addedById: string | null) {
  const bytes = aPdf({ objects: ["<</Author(Ama)>>"], trailer: "/Info 6 0 R" });
  const file = await keepFile(must(await checkUpload("Ama cv.pdf", bytes)));
  const { id } = await database().candidacyDocument.create({
    data: { candidacyId, kind: "cv", ...file, addedById: addedById ?? "", ofCandidate: true },
  });
  return id;
}

/** Which of the candidacies' files an account can open, and of which the document. */
async function opens(
  reader: Parameters<typeof readDossier>[0],
  panelId: string,
  files: readonly { candidacyId: string; documentId: string }[],
) {
  const found: string[] = [];
  for (const [n, { candidacyId, documentId }] of files.entries()) {
    const dossier = await readDossier(reader, panelId, candidacyId);
    const document = await readDocument(reader, { documentId });
    expect(document.ok).toBe(dossier !== null);
    if (!document.ok) expect(document.refusal.code).toBe("notFound");
    else expect(lettersOf(document.value.bytes) + document.value.name).not.toContain("Ama");
    if (dossier) found.push(`${n}`);
  }
  return found;
}

const withDocuments = async (candidacyIds: readonly string[], addedById: string | null) => {
  const files: { candidacyId: string; documentId: string }[] = [];
  for (const candidacyId of candidacyIds)
    files.push({ candidacyId, documentId: await aDocument(candidacyId, addedById) });
  return files;
};

it("opens the files of the recommended to whoever decides, as the panel read them, and nobody else's", async () => {
  const { panelId, vacancyId, candidacyIds, officer } = await aSignedReport();
  const files = await withDocuments(candidacyIds, officer.userId);
  const decider = await anAccount("decisionMaker", "Decider");
  const other = await anAccount("decisionMaker", "Another");
  expect(await opens(decider, panelId, files)).toEqual(["0", "1"]);
  const page = await readDecision(decider, vacancyId);
  expect(page?.candidates.map(({ fileOpen }) => fileOpen)).toEqual([true, true]);
  expect(await readDossier(decider, panelId, candidacyIds[0] ?? "")).toMatchObject({
    judges: false,
    decidedOn: vacancyId,
  });
  must(await decide(decider, { vacancyId, candidacyId: candidacyIds[0] ?? "", reasons: REASONS }));
  expect(await opens(decider, panelId, files)).toEqual(["0", "1"]);
  expect(await opens(other, panelId, files)).toEqual([]);
  const after = await readDecision(other, vacancyId);
  expect(after?.candidates.map(({ fileOpen }) => fileOpen)).toEqual([false, false]);
});

it("opens none before every member has signed, none to a member of the panel, none of who has withdrawn", async () => {
  const unsigned = await aReport();
  const decider = await anAccount("decisionMaker", "Decider");
  const early = await withDocuments(unsigned.candidacyIds, unsigned.officer.userId);
  expect(await opens(decider, unsigned.panelId, early)).toEqual([]);
  const { panelId, candidacyIds, members, officer } = await aSignedReport();
  const files = await withDocuments(candidacyIds, officer.userId);
  const seated = { ...decider, userId: members[1]?.userId ?? null };
  expect(await opens(seated, panelId, files)).toEqual([]);
  await database().candidacy.update({
    where: { id: candidacyIds[0] },
    data: { state: "withdrawn", withdrawnAt: new Date() },
  });
  expect(await opens(decider, panelId, files)).toEqual(["1"]);
});

it("shows of a person with two cases, to panel and decision maker, the file of the case before them, whole", async () => {
  const stories = [await aSignedReport(), await aSignedReport()] as const;
  const [one, other] = stories.map(({ candidacyIds }) => candidacyIds[0] ?? "") as [string, string];
  const { personId } = await database().candidacy.findUniqueOrThrow({ where: { id: one } });
  await database().candidacy.update({ where: { id: other }, data: { personId } });
  const decisionMaker = await anAccount("decisionMaker", "Decision maker");
  const statedFor = (rank: string, budgetThousands: number) =>
    candidateFileSchema.parse({
      ...{ givenName: "Ama", familyName: "Mensah", gender: "woman", nationalities: ["GH"], birthDate: null },
      ...{ service: "military", rank, currentPost: `${rank} at headquarters`, seniorYears: 12 },
      ...{ fieldMissions: 2, deployableDays: 30, visionStatement: null, languages: [] },
      career: [
        {
          ...{ title: "Commander", employer: "Army", supervisor: "Chief of staff", startYear: 2015 },
          ...{ endYear: 2019, peopleLed: 4000, budgetThousands },
        },
      ],
      missions: [{ mission: "UNMISS", role: "Sector commander", startYear: 2018, endYear: 2019 }],
      education: [{ degree: "MA", institution: "Staff college", year: 2005 }],
      courses: [{ name: "Senior mission leaders", organiser: "United Nations", year: 2020 }],
    });
  const files = { [one]: statedFor("Major general", 900), [other]: statedFor("Lieutenant general", 4500) };
  for (const [candidacyId, content] of Object.entries(files))
    await database().fileVersion.create({ data: { candidacyId, number: 90, author: "candidate", content } });
  for (const [at, candidacyId] of [one, other].entries()) {
    const { panelId, chair } = stories[at === 0 ? 0 : 1];
    const { service, rank, career, missions, education, courses } = files[candidacyId] ?? statedFor("", 0);
    for (const reader of [chair, decisionMaker])
      expect(await readDossier(reader, panelId, candidacyId)).toMatchObject({
        profile: { service, rank, currentPost: `${rank} at headquarters` },
        ...{ career, missions, education, courses },
      });
  }
});
