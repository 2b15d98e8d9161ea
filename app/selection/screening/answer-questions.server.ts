import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import {
  database,
  inTransaction,
  isDuplicate,
  type Reader,
  type Transaction,
} from "#app/platform/database.server.ts";
import { checkUpload, type KeptFile, keepFile } from "#app/platform/files.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { CandidateFileContent } from "#app/selection/candidate/candidate-file.ts";
import { caseFile, LATEST_VERSION } from "#app/selection/candidate/case-file.queries.server.ts";
import { keepFileVersion } from "#app/selection/candidate/keep-file-version.server.ts";
import { recusalsOf } from "#app/selection/conflict/recusal.queries.server.ts";
import { documentKindOf } from "#app/selection/document/document.ts";
import { keepDocument } from "#app/selection/document/keep-document.server.ts";
import { keptPost } from "#app/selection/nomination/profile.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { type Answer, type Answers, changesBetween, FILE_FIELDS, isFileField } from "./file-request.ts";

interface Order {
  readonly requestId: string;
  readonly answers: Answer;
}

/**
 * The candidate's answer to what was asked: the fields asked for are written, no others, and what stood there before is
 * kept beside it; so are the words and the document, where they were asked for. The file is another one now, so those
 * who screened it are asked to look again. A document that is asked for has room beside as many as there may be.
 */
export async function answerQuestions(actor: Actor, order: Order): Promise<Result<undefined>> {
  const allowed = await mayAnswer(database(), actor, order);
  if (!allowed.ok) return allowed;
  const { document } = order.answers;
  if (!document || allowed.value.documentKind === null) return keep(actor, order, null);
  const upload = await checkUpload(document.name, new Uint8Array(await document.arrayBuffer()));
  if (!upload.ok) return upload;
  return keep(actor, order, await keepFile(upload.value));
}

async function keep(actor: Actor, order: Order, file: KeptFile | null): Promise<Result<undefined>> {
  try {
    return await inTransaction((tx) => answer(tx, actor, order, file), "Serializable");
  } catch (error) {
    if (isDuplicate(error)) return refuse("changedMeanwhile");
    throw error;
  }
}

/** Whether the question can be answered, decided before a file is stored and again when it is referred to. */
async function mayAnswer(reader: Reader, actor: Actor, { requestId }: Order) {
  const request = await load(reader, requestId);
  if (!request || !can(actor, "candidacy.complete", request.candidacy)) return refuse("notFound");
  const { candidacy, answeredAt, dueAt } = request;
  if (answeredAt !== null) return refuse("questionsAnswered");
  return dueAt <= now() || candidacy.state !== "consented" ? refuse("questionsOver") : ok(request);
}

async function answer(tx: Transaction, actor: Actor, order: Order, file: KeptFile | null) {
  const allowed = await mayAnswer(tx, actor, order);
  if (!allowed.ok) return allowed;
  const request = allowed.value;
  const { requestId, answers } = order;
  const { candidacy } = request;
  if (file && candidacy.documents.some(({ sha256 }) => sha256 === file.sha256))
    return refuse("documentThere", {}, "document");
  const asked = request.fields.filter(isFileField);
  const given: Answers = Object.fromEntries(asked.map((field) => [field, answers[field]]));
  const codes = given.languages?.map(({ code }) => code) ?? [];
  const known = await tx.language.count({ where: { code: { in: codes } } });
  if (known !== new Set(codes).size) return refuse("languageUnknown", {}, "languages");
  const before = await caseFile(tx, candidacy);
  const changes = changesBetween(onFile(before), given);
  const explanation = request.explain === null ? null : (answers.explanation ?? null);
  const kept = await tx.fileRequest.updateMany({
    where: { id: requestId, answeredAt: null },
    data: { answeredAt: now(), changes: JSON.parse(JSON.stringify(changes)), explanation },
  });
  const moved = await tx.candidacy.updateMany({
    where: { id: candidacy.id, state: "consented", version: candidacy.version },
    data: { version: { increment: 1 }, screeningRound: { increment: 1 } },
  });
  if (kept.count !== 1 || moved.count !== 1) return refuse("changedMeanwhile");
  if (asked.length > 0) {
    await keepAnswers(tx, candidacy.personId, given);
    await keepFileVersion(tx, {
      ...{ candidacyId: candidacy.id, author: "candidate", writtenById: actor.userId },
      content: answered(before, given),
    });
  }
  const documentId = file && (await keepAskedDocument(tx, actor, request, file));
  await tx.screeningSheet.updateMany({
    where: { candidacyId: candidacy.id, supersededAt: null },
    data: { supersededAt: now() },
  });
  await appendEvent(tx, actor, {
    kind: "candidate.answered",
    subject: { type: "candidacy", id: candidacy.id },
    facts: { requestId, fields: asked, changed: Object.keys(changes), documentId },
    committed: { changes, explanation },
  });
  await tellScreeners(tx, request);
  return ok();
}

/** Puts the document that was asked for into the case, as one of the candidate's own. */
async function keepAskedDocument(
  tx: Transaction,
  actor: Actor,
  { id, documentKind, candidacy }: Loaded,
  file: KeptFile,
) {
  const documentId = await keepDocument(tx, actor, {
    ...{ candidacyId: candidacy.id, personId: candidacy.personId, file },
    kind: documentKindOf(documentKind ?? "other"),
    ...{ addedById: actor.userId, ofCandidate: true },
  });
  await tx.fileRequest.update({ where: { id }, data: { documentId } });
  return documentId;
}

const load = (reader: Reader, id: string) =>
  reader.fileRequest.findUnique({
    where: { id },
    select: {
      id: true,
      fields: true,
      explain: true,
      documentKind: true,
      askedById: true,
      answeredAt: true,
      dueAt: true,
      candidacy: {
        select: {
          id: true,
          state: true,
          version: true,
          personId: true,
          vacancy: { select: VACANCY_TITLE },
          screeningSheets: { where: { supersededAt: null }, select: { screenerId: true } },
          fileVersions: LATEST_VERSION,
          documents: { where: { removedAt: null }, select: { sha256: true } },
          person: { select: { givenName: true, familyName: true } },
        },
      },
    },
  });
type Loaded = NonNullable<Awaited<ReturnType<typeof load>>>;

/** The file with what was answered in the place of what stood there. */
const answered = (before: CandidateFileContent, { career, ...given }: Answers): CandidateFileContent => ({
  ...before,
  ...given,
  career: career ? career.map(keptPost) : before.career,
});

const onFile = (file: CandidateFileContent): Answers =>
  Object.fromEntries(FILE_FIELDS.map((field) => [field, file[field]]));

async function keepAnswers(tx: Transaction, personId: string, { languages, career, ...profile }: Answers) {
  if (Object.keys(profile).length > 0) {
    await tx.profile.updateMany({ where: { personId }, data: { ...profile, completedAt: now() } });
  }
  if (languages) {
    await tx.personLanguage.deleteMany({ where: { personId } });
    await tx.personLanguage.createMany({
      data: languages.map(({ code, level }) => ({ personId, languageCode: code, level })),
    });
  }
  if (career) {
    await tx.careerPost.deleteMany({ where: { personId } });
    await tx.careerPost.createMany({ data: career.map((post) => ({ personId, ...post })) });
  }
}

/** Whoever asked, and whoever had screened the file as it was. */
async function tellScreeners(tx: Transaction, { id, askedById, candidacy }: Loaded) {
  const ids = [askedById, ...candidacy.screeningSheets.map(({ screenerId }) => screenerId)];
  const recused = await recusalsOf(tx, [candidacy.id]);
  const officers = await tx.user.findMany({
    where: { id: { in: ids.filter((officer) => !recused(officer, candidacy.id)) } },
    select: { id: true, name: true, email: true, locale: true },
  });
  const { givenName, familyName } = candidacy.person;
  for (const officer of officers) {
    await queueMail(tx, {
      kind: "candidateAnswered",
      to: officer.email,
      locale: officer.locale,
      params: {
        name: officer.name,
        candidate: `${givenName} ${familyName}`,
        post: nameIn(officer.locale, candidacy.vacancy.post.roleKind),
        mission: candidacy.vacancy.post.mission.acronym,
        link: paths.screening(candidacy.id),
      },
      dedupeKey: `answered:${id}:${officer.id}`,
    });
  }
}
