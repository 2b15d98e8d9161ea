import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { readStoredFile } from "#app/platform/files.server.ts";
import { takesNominations } from "#app/selection/call/call.ts";
import { readCallFacts } from "#app/selection/call/call-facts.queries.server.ts";
import { nameOfCall } from "#app/selection/call/call-title.ts";
import { checkFile, documentsNeeded } from "./nominee-check.ts";
import { draftFileOf } from "./nominee-file.ts";

/** One draft with everything its form shows; null where it is not there, or not for this actor. */
export async function readDraft(actor: Actor, draftId: string) {
  const draft = await database().nomineeDraft.findUnique({
    where: { id: draftId },
    select: {
      id: true,
      callId: true,
      stateCode: true,
      createdById: true,
      version: true,
      content: true,
      updatedAt: true,
      updatedById: true,
      submittedAt: true,
      documents: { orderBy: { kind: "asc" }, select: { id: true, kind: true, name: true, size: true } },
    },
  });
  if (!draft || !can(actor, "draft.write", draft)) return null;
  const moment = now();
  const [call, languages, writer] = await Promise.all([
    readCallFacts(database(), draft.callId, moment),
    database().language.findMany({
      orderBy: { nameEn: "asc" },
      select: { code: true, nameEn: true, nameFr: true },
    }),
    database().user.findUnique({ where: { id: draft.updatedById }, select: { name: true } }),
  ]);
  if (!call) return null;
  const file = draftFileOf(draft.content);
  const self = draft.stateCode === null;
  const kinds = draft.documents.map(({ kind }) => kind);
  const today = moment.toISOString().slice(0, 10);
  const checked = checkFile(file, kinds, { today, vacancies: call.vacancies, self });
  const { closesAt, timeZone, phase, terms, reference, vacancies } = call;
  return {
    id: draft.id,
    version: draft.version,
    self,
    submitted: draft.submittedAt !== null,
    savedAt: draft.version > 0 ? draft.updatedAt.toISOString() : null,
    savedBy: draft.updatedById === actor.userId ? null : (writer?.name ?? null),
    file,
    documents: draft.documents,
    needed: documentsNeeded(vacancies),
    gaps: checked.ok ? [] : checked.gaps,
    languages,
    call: {
      ...{ id: call.id, name: nameOfCall(actor.locale, call), reference, timeZone, vacancies },
      closesAt: closesAt?.toISOString() ?? null,
      open: takesNominations(phase),
      takesAdditional: terms.rule === "parityPlus2024",
    },
  };
}
export type DraftPage = NonNullable<Awaited<ReturnType<typeof readDraft>>>;

/** A document of a draft, for whoever may write it. */
export async function readDraftDocument(actor: Actor, documentId: string) {
  const document = await database().draftDocument.findUnique({
    where: { id: documentId },
    select: {
      name: true,
      contentType: true,
      fileId: true,
      draft: {
        select: {
          ...{ stateCode: true, createdById: true },
          nominations: { where: { vacancyId: null }, take: 1, select: { id: true } },
        },
      },
    },
  });
  if (!document) return null;
  const { nominations, ...draft } = document.draft;
  const reviews = nominations.length > 0 && can(actor, "pool.read");
  if (!reviews && !can(actor, "draft.write", draft)) return null;
  const { name, contentType, fileId } = document;
  return { name, contentType, bytes: await readStoredFile(fileId) };
}
