import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { checkUpload } from "#app/platform/files.server.ts";
import { addDraftDocument, removeDraftDocument } from "#app/selection/document/add-draft-document.server.ts";
import { discardDraft } from "#app/selection/nomination/discard-draft.server.ts";
import { readDraft, readDraftDocument } from "#app/selection/nomination/nominee-draft.queries.server.ts";
import { openDraft } from "#app/selection/nomination/open-draft.server.ts";
import { saveDraft } from "#app/selection/nomination/save-draft.server.ts";
import { must } from "#tests/support/must.ts";
import {
  aCurriculum,
  aDraftFile,
  callOf,
  giveDocument,
  someFile,
  submitDrafts,
} from "#tests/support/nominee-story.ts";
import { countQueries } from "#tests/support/query-count.ts";
import { aFocalPoint, anOpenCall, inDays, moveCall } from "#tests/support/selection-story.ts";

async function aDraft(acronym: string, stateCode = "GH") {
  const { vacancyId } = await anOpenCall(acronym);
  const callId = await callOf(vacancyId);
  const focalPoint = await aFocalPoint(stateCode);
  const { draftId } = must(await openDraft(focalPoint, { callId }));
  return { vacancyId, callId, focalPoint, draftId };
}

describe("a draft", () => {
  it("keeps whatever is typed, and says what is missing", async () => {
    const { focalPoint, draftId, callId } = await aDraft("MINUSCA");
    const half = someFile({ email: "not yet known", birthDate: "spring of 1970", posts: [] });
    expect(must(await saveDraft(focalPoint, { draftId, version: 0, file: half })).version).toBe(1);
    const page = await readDraft(focalPoint, draftId);
    expect(page?.file).toEqual(half);
    expect(page?.gaps.map(({ field }) => field)).toEqual(["email", "birthDate", "posts", "document.cv"]);
    expect(await database().callStart.count({ where: { callId, userId: focalPoint.userId ?? "" } })).toBe(1);
  });

  it("saved by two focal points at once keeps one text and shows both to the later writer", async () => {
    const { focalPoint, draftId } = await aDraft("UNMISS", "NP");
    const colleague = await aFocalPoint("NP");
    const save = (actor: typeof focalPoint, rank: string) =>
      saveDraft(actor, { draftId, version: 0, file: someFile({ rank }) });
    const answers = await Promise.all([save(focalPoint, "Minister"), save(colleague, "Secretary")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = answers.find((answer) => !answer.ok);
    const winner = answers[0]?.ok
      ? { by: focalPoint.name, rank: "Minister" }
      : { by: colleague.name, rank: "Secretary" };
    expect(lost).toMatchObject({
      refusal: {
        code: "draftChangedMeanwhile",
        newer: { version: 1, by: winner.by, file: { rank: winner.rank } },
      },
    });
    const again = must(await saveDraft(colleague, { draftId, version: 1, file: someFile({ rank: "Both" }) }));
    expect(again.version).toBe(2);
  });

  it("exists for the state that writes it alone", async () => {
    const { focalPoint, draftId } = await aDraft("UNIFIL");
    const stranger = await aFocalPoint("FR");
    expect(await readDraft(stranger, draftId)).toBeNull();
    const theirs = { draftId, version: 0, file: someFile() };
    expect(await saveDraft(stranger, theirs)).toMatchObject({ refusal: { code: "notFound" } });
    expect(await discardDraft(stranger, { draftId, version: 0 })).toMatchObject({
      refusal: { code: "notFound" },
    });
    const document = aCurriculum();
    expect(await addDraftDocument(stranger, { draftId, kind: "cv", document })).toMatchObject({
      refusal: { code: "notFound" },
    });
    const { documentId } = await giveDocument(focalPoint, draftId, "cv");
    expect(await readDraftDocument(stranger, documentId)).toBeNull();
    expect((await readDraftDocument(focalPoint, documentId))?.name).toBe("cv.pdf");
    expect(await readDraft(focalPoint, randomUUID())).toBeNull();
  });

  it("takes a document in the place of the one before, even two at once, and gives it up again", async () => {
    const { focalPoint, draftId } = await aDraft("UNFICYP");
    const put = (name: string) =>
      addDraftDocument(focalPoint, { draftId, kind: "cv", document: aCurriculum(name) });
    must(await put("first.pdf"));
    const answers = await Promise.all([put("second.pdf"), put("third.pdf")]);
    expect(answers.some(({ ok }) => ok)).toBe(true);
    expect(await database().draftDocument.count({ where: { draftId } })).toBe(1);
    expect(await database().storedFile.count({ where: { draftDocuments: { some: { draftId } } } })).toBe(1);
    must(await removeDraftDocument(focalPoint, { draftId, kind: "cv" }));
    expect(await database().draftDocument.count({ where: { draftId } })).toBe(0);
  });

  it("takes no program in the dress of a document, and no film", async () => {
    const program = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff]);
    expect(await checkUpload("cv.pdf", program)).toMatchObject({ refusal: { code: "fileTypeNotAccepted" } });
    const huge = new Uint8Array(10 * 1024 * 1024 + 1);
    expect(await checkUpload("cv.pdf", huge)).toMatchObject({ refusal: { code: "fileTooLarge" } });
  });

  it("is discarded with its documents, but not over a colleague's newer text", async () => {
    const { callId, focalPoint } = await aDraft("UNTSO");
    const { draftId, version } = await aDraftFile(focalPoint, callId);
    expect(await discardDraft(focalPoint, { draftId, version: version - 1 })).toMatchObject({
      refusal: { code: "changedMeanwhile" },
    });
    const again = await Promise.all([1, 2, 3].map(() => discardDraft(focalPoint, { draftId, version })));
    expect(again).toEqual([1, 2, 3].map(() => ({ ok: true, value: { callId } })));
    const stranger = await aFocalPoint("FR");
    expect(await discardDraft(stranger, { draftId, version })).toMatchObject({
      refusal: { code: "notFound" },
    });
    expect(await database().draftDocument.count({ where: { draftId } })).toBe(0);
    expect(
      await database().recordEvent.count({ where: { subjectId: draftId, kind: "draft.discarded" } }),
    ).toBe(1);
  });

  it("once submitted is neither saved, discarded nor given documents", async () => {
    const { callId, focalPoint } = await aDraft("UNISFA");
    const draft = await aDraftFile(focalPoint, callId);
    must(await submitDrafts(focalPoint, callId, [draft]));
    const { draftId, version } = draft;
    const refused = { refusal: { code: "draftSubmitted" } };
    expect(await saveDraft(focalPoint, { draftId, version, file: someFile() })).toMatchObject(refused);
    expect(await discardDraft(focalPoint, { draftId, version })).toMatchObject(refused);
    const document = aCurriculum();
    expect(await addDraftDocument(focalPoint, { draftId, kind: "cv", document })).toMatchObject(refused);
  });

  it("is begun only by those a call is addressed to, while it takes nominations", async () => {
    const { vacancyId, callId, focalPoint, draftId } = await aDraft("MINURSO");
    await database().call.update({ where: { id: callId }, data: { targetedStateCodes: ["GH"] } });
    expect(await openDraft(await aFocalPoint("SN"), { callId })).toMatchObject({
      refusal: { code: "notFound" },
    });
    must(await openDraft(focalPoint, { callId }));
    await moveCall(vacancyId, { closesAt: inDays(-1) });
    expect(await openDraft(focalPoint, { callId })).toMatchObject({ refusal: { code: "callClosed" } });
    expect(await saveDraft(focalPoint, { draftId, version: 0, file: someFile() })).toMatchObject({
      refusal: { code: "callClosed" },
    });
    expect((await readDraft(focalPoint, draftId))?.call.open).toBe(false);
  });

  it("is read in a few statements", async () => {
    const { callId, focalPoint } = await aDraft("UNMIK");
    const { draftId } = await aDraftFile(focalPoint, callId);
    const { queries } = await countQueries(() => readDraft(focalPoint, draftId));
    expect(queries).toBeLessThanOrEqual(10);
  });
});
