import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { CandidateFileContent } from "./candidate-file.ts";
import { caseFile, LATEST_VERSION } from "./case-file.queries.server.ts";
import { type Answers, changesBetween, FILE_FIELDS, isFileField } from "./file-request.ts";
import { keepFileVersion } from "./keep-file-version.server.ts";
import { VACANCY_TITLE } from "./panel-state.queries.server.ts";
import { keptPost } from "./profile.ts";

interface Order {
  readonly requestId: string;
  readonly answers: Answers;
}

/**
 * The candidate's answer to what was asked: the fields asked for are written, no others, and what stood there before is
 * kept beside it. The file is another one now, so those who screened it are asked to look again.
 */
export function answerQuestions(actor: Actor, { requestId, answers }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const request = await load(tx, requestId);
    if (!request || !can(actor, "candidacy.complete", request.candidacy)) return refuse("notFound");
    const { candidacy, answeredAt, dueAt } = request;
    if (answeredAt !== null) return refuse("questionsAnswered");
    if (dueAt <= now() || candidacy.state !== "consented") return refuse("questionsOver");
    const asked = request.fields.filter(isFileField);
    const given: Answers = Object.fromEntries(asked.map((field) => [field, answers[field]]));
    const codes = given.languages?.map(({ code }) => code) ?? [];
    const known = await tx.language.count({ where: { code: { in: codes } } });
    if (known !== new Set(codes).size) return refuse("languageUnknown", {}, "languages");
    const before = await caseFile(tx, candidacy);
    const changes = changesBetween(onFile(before), given);
    const kept = await tx.fileRequest.updateMany({
      where: { id: requestId, answeredAt: null },
      data: { answeredAt: now(), changes: JSON.parse(JSON.stringify(changes)) },
    });
    const moved = await tx.candidacy.updateMany({
      where: { id: candidacy.id, state: "consented", version: candidacy.version },
      data: { version: { increment: 1 }, screeningRound: { increment: 1 } },
    });
    if (kept.count !== 1 || moved.count !== 1) return refuse("changedMeanwhile");
    await keepAnswers(tx, candidacy.personId, given);
    await keepFileVersion(tx, {
      ...{ candidacyId: candidacy.id, author: "candidate", writtenById: actor.userId },
      content: answered(before, given),
    });
    await tx.screeningSheet.updateMany({
      where: { candidacyId: candidacy.id, supersededAt: null },
      data: { supersededAt: now() },
    });
    await appendEvent(tx, actor, {
      kind: "candidate.answered",
      subject: { type: "candidacy", id: candidacy.id },
      facts: { requestId, fields: asked, changed: Object.keys(changes) },
      committed: { changes },
    });
    await tellScreeners(tx, request);
    return ok();
  }, "Serializable");
}

const load = (tx: Transaction, id: string) =>
  tx.fileRequest.findUnique({
    where: { id },
    select: {
      id: true,
      fields: true,
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
  const officers = await tx.user.findMany({
    where: { id: { in: ids } },
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
