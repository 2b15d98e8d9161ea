import { randomUUID } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import { ok, type Result } from "#app/access/result.ts";
import { database } from "#app/platform/database.server.ts";
import type { Upload } from "#app/platform/files.server.ts";
import { addDraftDocument } from "#app/selection/document/add-draft-document.server.ts";
import { type DocumentKind, documentsNeeded } from "#app/selection/nomination/nominee-check.ts";
import { type DraftFile, EMPTY_FILE, SERVICES } from "#app/selection/nomination/nominee-file.ts";
import { openDraft } from "#app/selection/nomination/open-draft.server.ts";
import { saveDraft } from "#app/selection/nomination/save-draft.server.ts";
import { submitList } from "#app/selection/nomination/submit-list.server.ts";
import { must } from "./must.ts";

/** A curriculum vitae: the smallest PDF that is one. */
export const aCurriculum = (name = "cv.pdf"): Upload => ({
  name,
  contentType: "application/pdf",
  bytes: new TextEncoder().encode(
    "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
  ),
});

/** A nominee's file in which nothing is missing. */
export const someFile = (changes: Partial<DraftFile> = {}): DraftFile => ({
  ...EMPTY_FILE,
  givenName: "Ama",
  familyName: `Mensah ${randomUUID().slice(0, 6)}`,
  email: `${randomUUID()}@example.org`,
  birthDate: "1968-04-21",
  gender: "woman",
  nationalities: ["GH"],
  service: "civilian",
  rank: "Ambassador",
  currentPost: "Ambassador at large",
  seniorYears: "21",
  languages: [{ code: "en", level: "3" }],
  posts: [
    {
      ...{ title: "Head of office", employer: "A ministry", supervisor: "The Minister" },
      ...{ from: "2015", to: "", peopleLed: "300", budget: "4500" },
    },
  ],
  missions: [{ mission: "UNMISS", role: "Head of field office", from: "2012", to: "2014" }],
  education: [{ degree: "MA International Law", institution: "A university", year: "1992" }],
  courses: [{ name: "Senior Mission Leaders Course", organiser: "United Nations", year: "2018" }],
  visionStatement: "First listen, then agree on three things that people will notice within a year.",
  statement:
    "She led the political component of two missions through elections that both sides accepted, and has the trust of the region’s capitals.",
  ...{ noConviction: "on", noViolation: "on", noAllegation: "on" },
  ...changes,
});

export const callOf = async (vacancyId: string): Promise<string> => {
  const vacancy = await database().vacancy.findUniqueOrThrow({
    where: { id: vacancyId },
    select: { callId: true },
  });
  return vacancy.callId ?? "";
};

/** A complete draft on a state's list, with every document that its call asks for. */
export async function aDraftFile(focalPoint: Actor, callId: string, changes: Partial<DraftFile> = {}) {
  const { draftId } = must(await openDraft(focalPoint, { callId }));
  return fillDraft(focalPoint, { draftId, callId }, changes);
}

interface Opened {
  readonly draftId: string;
  readonly callId: string;
}

async function fillDraft(focalPoint: Actor, { draftId, callId }: Opened, changes: Partial<DraftFile>) {
  const vacancies = await database().vacancy.findMany({
    where: { callId },
    select: { id: true, post: { select: { roleKind: { select: { component: true } } } } },
  });
  const all = vacancies.map(({ id, post }) => ({
    id,
    component: SERVICES.find((one) => one === post.roleKind.component) ?? ("civilian" as const),
  }));
  const chosen = all.filter(({ id }) => changes.vacancies?.includes(id) ?? true);
  const service = chosen[0]?.component ?? "civilian";
  const file = someFile({ service, nationalities: [focalPoint.stateCode ?? "GH"], ...changes });
  const { version } = must(await saveDraft(focalPoint, { draftId, version: 0, file }));
  for (const kind of documentsNeeded(chosen)) await giveDocument(focalPoint, draftId, kind);
  return { draftId, version, file };
}

export const giveDocument = async (actor: Actor, draftId: string, kind: DocumentKind) =>
  must(await addDraftDocument(actor, { draftId, kind, document: aCurriculum(`${kind}.pdf`) }));

/** Submits drafts as their page would. */
export const submitDrafts = (
  focalPoint: Actor,
  callId: string,
  drafts: readonly { readonly draftId: string; readonly version: number }[],
  reason = "",
) => submitList(focalPoint, { callId, drafts: [...drafts], reason, submissionKey: randomUUID() });

/** Nominates somebody as a focal point would, in one breath: what refuses it on the way is the answer. */
export async function nominateBy(
  focalPoint: Actor,
  vacancyId: string,
  changes: Partial<DraftFile> = {},
): Promise<Result<{ nominationId: string }>> {
  const callId = await callOf(vacancyId);
  const opened = await openDraft(focalPoint, { callId });
  if (!opened.ok) return opened;
  const { draftId } = opened.value;
  const { version } = await fillDraft(
    focalPoint,
    { draftId, callId },
    { vacancies: [vacancyId], ...changes },
  );
  const submitted = await submitDrafts(
    focalPoint,
    callId,
    [{ draftId, version }],
    "Nobody else was available.",
  );
  if (!submitted.ok) return submitted;
  const { id } = await database().nomination.findFirstOrThrow({
    where: { draftId, vacancyId },
    select: { id: true },
  });
  return ok({ nominationId: id });
}
