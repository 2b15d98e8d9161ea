import { z } from "zod";
import { Prisma } from "#app/generated/prisma/client.ts";
import { database } from "#app/platform/database.server.ts";

/** What an event of the record is about, where it is a paper of this wing's; the ids of all of them are unique. */
interface Paper {
  /** As the record names it. */
  readonly type: string;
  readonly from: string;
  readonly id: string;
  readonly vacancy: string;
  readonly candidacy: string;
  readonly call: string;
}

const NONE = "null::uuid";
const ofCandidacy = (type: string, table: string): Paper => ({
  ...{ type, from: `"${table}" x join "Candidacy" c on c."id" = x."candidacyId"`, id: `x."id"` },
  ...{ vacancy: `c."vacancyId"`, candidacy: `c."id"`, call: NONE },
});
const ofVacancy = (type: string, table: string): Paper => ({
  ...{ type, from: `"${table}" x`, id: `x."id"`, vacancy: `x."vacancyId"`, candidacy: NONE, call: NONE },
});
const ofCall = (type: string, table: string): Paper => ({
  ...{ type, from: `"${table}" x`, id: `x."id"`, vacancy: NONE, candidacy: NONE, call: `x."callId"` },
});

const PAPERS: readonly Paper[] = [
  { ...ofVacancy("vacancy", "Vacancy"), vacancy: `x."id"` },
  { ...ofVacancy("candidacy", "Candidacy"), candidacy: `x."id"` },
  {
    ...{
      type: "nomination",
      id: `x."id"`,
      vacancy: `x."vacancyId"`,
      candidacy: `c."id"`,
      call: `x."callId"`,
    },
    from: `"Nomination" x left join "Candidacy" c on c."nominationId" = x."id"`,
  },
  ofCandidacy("document", "CandidacyDocument"),
  ofCandidacy("clearance", "Clearance"),
  {
    ...ofCandidacy("reference", "Reference"),
    from: `"Reference" x join "Clearance" k on k."id" = x."clearanceId"
      join "Candidacy" c on c."id" = k."candidacyId"`,
  },
  ofVacancy("panel", "Panel"),
  ofCandidacy("sheet", "ScoreSheet"),
  ofVacancy("report", "PanelReport"),
  ofCandidacy("appointment", "Appointment"),
  { ...ofCall("call", "Call"), call: `x."id"` },
  ofCall("draft", "NomineeDraft"),
  ofCall("list", "ListSubmission"),
  ofCall("import", "NominationImport"),
];

const union = (papers: readonly Prisma.Sql[]) => Prisma.join(papers, " union all ");

/** A vacancy's or a call's reference, or the number of a candidacy, as somebody typed it. */
export const caseAskedSchema = z.string().trim().max(60).catch("");

/** A case that the record is asked about. */
export type CaseAsked = { readonly [K in "vacancyId" | "candidacyId" | "callId"]?: string };

/** The case of a reference or of a candidacy's number; null where there is none. */
export async function findCase(asked: string): Promise<CaseAsked | null> {
  if (z.uuid().safeParse(asked).success) {
    const candidacy = await database().candidacy.findUnique({ where: { id: asked }, select: { id: true } });
    return candidacy && { candidacyId: candidacy.id };
  }
  const where = { reference: { in: [asked, asked.toUpperCase()] } };
  const [vacancy, call] = await Promise.all([
    database().vacancy.findFirst({ where, select: { id: true, callId: true } }),
    database().call.findFirst({ where, select: { id: true } }),
  ]);
  if (vacancy) return { vacancyId: vacancy.id, ...(vacancy.callId && { callId: vacancy.callId }) };
  return call && { callId: call.id };
}

/**
 * What the record's events about a case are about, as rows of type and id: of a candidacy its own papers, of a vacancy
 * those of its candidacies and of its call as well.
 */
export function papersOf({ vacancyId, candidacyId, callId }: CaseAsked): Prisma.Sql {
  const chosen = PAPERS.flatMap(({ type, from, id, vacancy, candidacy, call }) => {
    const rows = (column: string, value: string) =>
      Prisma.sql`select ${type}, ${Prisma.raw(id)}::text from ${Prisma.raw(from)}
        where ${Prisma.raw(column)} = ${value}::uuid`;
    if (candidacyId) return candidacy === NONE ? [] : [rows(candidacy, candidacyId)];
    if (vacancyId && vacancy !== NONE) return [rows(vacancy, vacancyId)];
    return callId && call !== NONE ? [rows(call, callId)] : [];
  });
  return union(chosen);
}

/** Where an event's case is looked up. */
export interface CaseOfEvent {
  readonly subjectId: string;
  readonly candidacyId: string | null;
  readonly vacancyId: string | null;
  /** The vacancy's, or that of the call where it is of no one vacancy. */
  readonly reference: string;
}

/** The cases that events are about, in one statement for a page of them; the others are about none. */
export async function casesOf(subjectIds: readonly string[]): Promise<ReadonlyMap<string, CaseOfEvent>> {
  const ids = subjectIds.filter((id) => z.uuid().safeParse(id).success);
  if (ids.length === 0) return new Map();
  const papers = PAPERS.map(
    ({ from, id, vacancy, candidacy, call }) =>
      Prisma.sql`select ${Prisma.raw(id)} as "id", ${Prisma.raw(vacancy)} as "vacancyId",
        ${Prisma.raw(candidacy)} as "candidacyId", ${Prisma.raw(call)} as "callId"
        from ${Prisma.raw(from)} where ${Prisma.raw(id)} = any(${ids}::uuid[])`,
  );
  const found = await database().$queryRaw<CaseOfEvent[]>`
    select p."id"::text as "subjectId", p."candidacyId"::text, p."vacancyId"::text,
      coalesce(v."reference", k."reference") as "reference"
    from (${union(papers)}) p
    left join "Vacancy" v on v."id" = p."vacancyId"
    left join "Call" k on k."id" = p."callId"
    where coalesce(v."id", k."id") is not null`;
  return new Map(found.map((one) => [one.subjectId, one]));
}
