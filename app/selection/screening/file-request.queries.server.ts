import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { NO_FILE } from "#app/selection/candidate/candidate-file.ts";
import { caseFile, LATEST_VERSION } from "#app/selection/candidate/case-file.queries.server.ts";
import { hashToken } from "#app/selection/candidate/invitation.ts";
import { documentKindOf } from "#app/selection/document/document.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { isFileField } from "./file-request.ts";

const REQUEST = {
  id: true,
  fields: true,
  question: true,
  explain: true,
  documentKind: true,
  dueAt: true,
  answeredAt: true,
  candidacy: {
    select: {
      id: true,
      state: true,
      personId: true,
      vacancy: { select: VACANCY_TITLE },
      person: { select: { id: true, givenName: true, familyName: true } },
      fileVersions: LATEST_VERSION,
    },
  },
} as const;

type Stored = NonNullable<Awaited<ReturnType<typeof byToken>>>;

const byToken = (token: string) =>
  database().fileRequest.findUnique({ where: { tokenHash: hashToken(token) }, select: REQUEST });

/** What an e-mailed link asks its candidate; null where there is no such link. */
export async function findFileRequest(token: string) {
  const request = await byToken(token);
  return request && page(request);
}

/** What a candidacy's candidate is asked and has not answered; null where nothing is. */
export async function readOwnFileRequest(candidacyId: string) {
  const request = await database().fileRequest.findFirst({
    where: { candidacyId, answeredAt: null, dueAt: { gt: now() } },
    orderBy: { askedAt: "desc" },
    select: REQUEST,
  });
  return request && page(request);
}

function standingOf({ candidacy, dueAt, answeredAt }: Stored) {
  if (answeredAt) return "answered" as const;
  return dueAt > now() && candidacy.state === "consented" ? ("open" as const) : ("over" as const);
}

/** A link that is answered or over may be in anybody's hands by now: it tells no question, no name and nothing on file. */
async function page(stored: Stored) {
  const { candidacy, dueAt, ...request } = stored;
  const { person, vacancy } = candidacy;
  const standing = standingOf(stored);
  const open = standing === "open";
  const [file, languages] = await Promise.all([
    open ? caseFile(database(), candidacy) : NO_FILE,
    database().language.findMany({
      orderBy: { nameEn: "asc" },
      select: { code: true, nameEn: true, nameFr: true },
    }),
  ]);
  return {
    requestId: request.id,
    fields: request.fields.filter(isFileField),
    question: open ? request.question : "",
    /** What is to be explained in words; null where nothing is. */
    explain: request.explain && !open ? "" : request.explain,
    documentKind: request.documentKind === null ? null : documentKindOf(request.documentKind),
    /** The last day on which it can be answered. */
    dueOn: new Date(dueAt.getTime() - 1).toISOString().slice(0, 10),
    standing,
    candidacyId: candidacy.id,
    personId: candidacy.personId,
    name: open ? `${person.givenName} ${person.familyName}` : "",
    file,
    ...vacancy.post,
    reference: vacancy.reference,
    languages,
  };
}
export type FileRequestPage = Awaited<ReturnType<typeof page>>;
