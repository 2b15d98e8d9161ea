import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { at } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { sweepFiles, type Upload } from "#app/platform/files.server.ts";
import { loader } from "#app/routes/documents.$documentId.tsx";
import { readCandidacy } from "#app/selection/candidate/candidacy.queries.server.ts";
import { readDossier } from "#app/selection/candidate/dossier.queries.server.ts";
import { addDocument } from "#app/selection/document/add-document.server.ts";
import { MOST_DOCUMENTS } from "#app/selection/document/document.ts";
import { readDocument } from "#app/selection/document/read-document.server.ts";
import { removeDocument } from "#app/selection/document/remove-document.server.ts";
import { readNomination } from "#app/selection/nomination/nomination.queries.server.ts";
import { recordScreening } from "#app/selection/screening/record-screening.server.ts";
import { checkData } from "#prisma/check-data.ts";
import {
  aConsentedCandidacy,
  aScreening,
  asCandidate,
  screenTogether,
} from "#tests/support/candidacy-story.ts";
import { must } from "#tests/support/must.ts";
import { anAccount } from "#tests/support/screened-vacancy.ts";
import { inDays } from "#tests/support/selection-story.ts";
import { asked, browserOf } from "#tests/support/signed-in.ts";
import { aJpeg, aPdf, lettersOf } from "#tests/support/some-files.ts";

const pdf = (words: string = randomUUID()): Upload => ({
  name: "Ama Mensah CV.pdf",
  contentType: "application/pdf",
  bytes: aPdf({ objects: [`<</Author(Ama Mensah)/Producer(${words})>>`], trailer: "/Info 6 0 R" }),
});
const jpeg = (): Upload => ({ name: "Ama diploma.jpg", contentType: "image/jpeg", bytes: aJpeg(6) });

const add = (story: Awaited<ReturnType<typeof aConsentedCandidacy>>, upload: Upload, replaces?: string) =>
  addDocument(asCandidate(story), {
    candidacyId: story.candidacyId,
    kind: "nationalCertificate",
    upload,
    replaces,
  });

describe("a candidate's document", () => {
  it("is kept with its hash on record, seen by screeners, not by the nominating state", async () => {
    const story = await aConsentedCandidacy("MINUSCA");
    const { candidacyId, officer, focalPoint, nominationId } = story;
    const screening = await aScreening(candidacyId);
    const { documentId } = must(await add(story, pdf()));
    const names = (await readCandidacy(officer, candidacyId))?.file.documents.map(({ name }) => name);
    expect(names).toEqual(["cv.pdf", "Ama Mensah CV.pdf"]);
    expect((await readNomination(focalPoint, nominationId))?.documents.map(({ name }) => name)).toEqual([
      "cv.pdf",
    ]);
    expect((await readDocument(officer, { documentId })).ok).toBe(true);
    expect(await readDocument(focalPoint, { documentId })).toMatchObject({ refusal: { code: "notFound" } });
    const event = await database().recordEvent.findFirstOrThrow({ where: { subjectId: documentId } });
    expect(event.canonical).toMatch(/"sha256":"[0-9a-f]{64}"/);
    expect(event.canonical).not.toContain("Ama");
    expect(await recordScreening(officer, { candidacyId, form: screening })).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
  });

  it("is replaced and removed by its candidate alone; then nobody is served it, its bytes go, its hash stays", async () => {
    const story = await aConsentedCandidacy("UNMISS");
    const { candidacyId, officer } = story;
    const me = asCandidate(story);
    const first = must(await add(story, pdf())).documentId;
    const state = await database().candidacyDocument.findFirstOrThrow({
      where: { candidacyId, ofCandidate: false },
    });
    expect(await add(story, pdf(), state.id)).toMatchObject({ refusal: { code: "documentGone" } });
    expect(await removeDocument(me, { documentId: state.id })).toMatchObject({
      refusal: { code: "notFound" },
    });
    const second = must(await add(story, pdf(), first)).documentId;
    expect(await readDocument(officer, { documentId: first })).toMatchObject({
      refusal: { code: "notFound" },
    });
    const other = { ...me, personId: randomUUID() };
    expect(await removeDocument(other, { documentId: second })).toMatchObject({
      refusal: { code: "notFound" },
    });
    must(await removeDocument(me, { documentId: second }));
    expect(await removeDocument(me, { documentId: second })).toMatchObject({
      refusal: { code: "notFound" },
    });
    expect(await readDocument(me, { documentId: second })).toMatchObject({ refusal: { code: "notFound" } });
    await at(inDays(2), sweepFiles);
    const kept = await database().candidacyDocument.findMany({ where: { candidacyId, ofCandidate: true } });
    const files = await database().storedFile.count({
      where: { sha256: { in: kept.map(({ sha256 }) => sha256) } },
    });
    expect([kept.length, files]).toEqual([2, 0]);
    expect((await readDocument(officer, { documentId: state.id })).ok).toBe(true);
    expect(await checkData(database())).toEqual([]);
  });

  it("is added once from two tabs, ten at most, not twice the same, and not after screening", async () => {
    const story = await aConsentedCandidacy("MONUSCO");
    const { candidacyId, officer } = story;
    const same = pdf();
    const both = await Promise.all([add(story, same), add(story, same)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: "documentThere" } });
    for (let n = 2; n < MOST_DOCUMENTS; n += 1) must(await add(story, pdf()));
    expect(await add(story, pdf())).toMatchObject({ refusal: { code: "tooManyDocuments" } });
    await screenTogether(officer, candidacyId);
    expect(await add(story, pdf())).toMatchObject({ refusal: { code: "wrongState" } });
  });

  it("is replaced once, however many replace it at once", async () => {
    const story = await aConsentedCandidacy("UNIFIL");
    const { documentId } = must(await add(story, pdf()));
    const answers = await Promise.all([1, 2, 3].map(() => add(story, pdf(), documentId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const live = { candidacyId: story.candidacyId, removedAt: null, ofCandidate: true };
    expect(await database().candidacyDocument.count({ where: live })).toBe(1);
  });
});

describe("the page that serves a document", () => {
  it("serves it to be saved, as what it is, to be kept by nobody", async () => {
    const story = await aConsentedCandidacy("UNDOF");
    const { documentId } = must(await add(story, jpeg()));
    const browser = await browserOf(asCandidate(story));
    const answer = await loader(asked(paths.document(documentId), browser, { documentId }));
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "image/jpeg",
      "content-disposition": "attachment; filename*=UTF-8''Ama%20diploma.jpg",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
      "content-security-policy": "sandbox; default-src 'none'",
    });
    const stranger = await browserOf(asCandidate(await aConsentedCandidacy("UNMIK")));
    await expect(loader(asked(paths.document(documentId), stranger, { documentId }))).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe("a member of the panel", () => {
  it("gets documents under names that say nothing, without their metadata; the secretariat the originals", async () => {
    const story = await aConsentedCandidacy("UNISFA");
    const { candidacyId, vacancyId, officer } = story;
    const pdfId = must(await add(story, pdf("A word processor of Ama"))).documentId;
    const jpegId = must(await add(story, jpeg())).documentId;
    await screenTogether(officer, candidacyId);
    const member = await anAccount("panelMember", "Judge");
    const { id: panelId } = await database().panel.create({
      data: {
        vacancyId,
        phase: "desk",
        members: {
          create: {
            userId: member.userId ?? "",
            gender: "man",
            nationality: "CH",
            external: true,
            declaredAt: new Date(),
          },
        },
      },
    });
    await database().vacancy.update({ where: { id: vacancyId }, data: { state: "assessment" } });
    const dossier = await readDossier(member, panelId, candidacyId);
    expect(dossier?.documents.map(({ name }) => name)).toEqual([
      ...["cv-1.pdf", "nationalCertificate-2.pdf", "nationalCertificate-3.jpg"],
    ]);
    for (const documentId of [pdfId, jpegId]) {
      const blind = must(await readDocument(member, { documentId }));
      expect(blind.name).not.toContain("Ama");
      expect(lettersOf(blind.bytes)).not.toMatch(/Ama|word processor/);
      const whole = must(await readDocument(officer, { documentId }));
      expect(whole.name).toContain("Ama");
      expect(lettersOf(whole.bytes)).toContain("Ama");
    }
  });
});
