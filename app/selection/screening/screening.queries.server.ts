import type { Actor } from "#app/access/actor.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { documentKindOf } from "#app/selection/document/document.ts";
import { isFileField } from "./file-request.ts";
import { statesOf } from "./screener.ts";
import { findingsOf } from "./screening.ts";
import { reasonsIn } from "./screening-reasons.ts";

/**
 * The candidacies that wait for a finding of this officer: of a closed call, not their own and not one they or their
 * state put forward, not screened by them yet, and with nothing asked of the candidate that may still be answered.
 */
export const toScreen = (actor: Actor): Prisma.CandidacyWhereInput => {
  const userId = actor.userId ?? "";
  return {
    state: "consented",
    vacancy: { state: "screening" },
    conflicts: { none: { member: { userId } } },
    person: { OR: [{ userId: null }, { userId: { not: userId } }] },
    nomination: { nominatedById: { not: userId } },
    NOT: { nomination: { stateCode: { in: [...statesOf(actor)] } } },
    screeningSheets: { none: { supersededAt: null, screenerId: userId } },
    fileRequests: { none: { answeredAt: null, dueAt: { gt: now() } } },
  };
};

/**
 * The candidacies of the same vacancy that wait for this officer before and after this one, by family name; from the
 * last the way leads to the first.
 */
export async function readScreeningNeighbours(actor: Actor, vacancyId: string, candidacyId: string) {
  const waiting = await database().candidacy.findMany({
    where: { vacancyId, OR: [toScreen(actor), { id: candidacyId }] },
    orderBy: [{ person: { familyName: "asc" } }, { person: { givenName: "asc" } }, { id: "asc" }],
    select: { id: true },
  });
  const ids = waiting.map(({ id }) => id);
  const here = ids.indexOf(candidacyId);
  const others = [...ids.slice(here + 1), ...ids.slice(0, Math.max(here, 0))];
  return { previous: others.at(-1) ?? null, next: others[0] ?? null, others: others.length };
}

/** What is read of a candidacy to show how its screening stands. */
export const SCREENING = {
  screening: true,
  screeningRound: true,
  screeningSheets: { orderBy: [{ round: "asc" }, { seat: "asc" }] },
  fileRequests: {
    orderBy: { askedAt: "asc" },
    include: { document: { select: { id: true, name: true, removedAt: true } } },
  },
} as const satisfies Prisma.CandidacySelect;

type Stored = Prisma.CandidacyGetPayload<{ select: typeof SCREENING }>;

/** Accounts whose names the screening shows. */
export const peopleIn = ({ screeningSheets, fileRequests }: Stored): readonly string[] => [
  ...screeningSheets.map(({ screenerId }) => screenerId),
  ...fileRequests.map(({ askedById }) => askedById),
];

/**
 * The screening of a candidacy as this reader may see it. Until it is concluded a screener sees their own sheets and
 * nobody else's, only that there are some; so does everybody. From then on all are open.
 */
export function screeningOf(stored: Stored, actor: Actor, names: ReadonlyMap<string, string>) {
  const { screening, screeningSheets, fileRequests } = stored;
  const current = screeningSheets.filter(({ supersededAt }) => supersededAt === null);
  const open = screeningSheets.filter(({ screenerId }) => screening !== null || screenerId === actor.userId);
  const today = now();
  return {
    outcome: screening && {
      passed: screening.passed,
      basis: screening.basis,
      reasons: reasonsIn(screening.reasonCodes),
      note: screening.note,
      findings: findingsOf(screening.findings),
      createdAt: screening.createdAt.toISOString(),
    },
    sheets: open.map((sheet) => ({
      id: sheet.id,
      round: sheet.round,
      seat: sheet.seat,
      name: names.get(sheet.screenerId) ?? null,
      passed: sheet.passed,
      reasons: reasonsIn(sheet.reasonCodes),
      findings: findingsOf(sheet.findings),
      note: sheet.note,
      submittedAt: sheet.submittedAt.toISOString(),
      superseded: sheet.supersededAt !== null,
      own: sheet.screenerId === actor.userId,
    })),
    screened: current.length,
    mine: current.some(({ screenerId }) => screenerId === actor.userId),
    requests: fileRequests.map(
      ({ id, fields, question, askedById, askedAt, answeredAt, dueAt, changes, ...asked }) => ({
        id,
        fields: fields.filter(isFileField),
        question,
        explain: asked.explain,
        explainFor: asked.explainFor,
        explanation: asked.explanation,
        documentKind: asked.documentKind === null ? null : documentKindOf(asked.documentKind),
        /** None where it was taken back since. */
        document:
          asked.document?.removedAt === null ? { id: asked.document.id, name: asked.document.name } : null,
        by: names.get(askedById) ?? null,
        askedAt: askedAt.toISOString(),
        dueOn: new Date(dueAt.getTime() - 1).toISOString().slice(0, 10),
        answeredAt: answeredAt?.toISOString() ?? null,
        waiting: answeredAt === null && dueAt > today,
        changed: Object.keys(changes && typeof changes === "object" ? changes : {}).filter(isFileField),
      }),
    ),
  };
}
export type ScreeningView = ReturnType<typeof screeningOf>;

/** The names of accounts, by id. */
export async function namesOf(ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const users = await database().user.findMany({
    where: { id: { in: [...new Set(ids.filter((id) => id !== null))] } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}
