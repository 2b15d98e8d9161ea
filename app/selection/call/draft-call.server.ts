import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { draftCadreRubric } from "#app/selection/pool/draft-cadre-rubric.server.ts";
import { requirementsFrom } from "#app/selection/screening/requirements.ts";
import { graceEnd } from "./call.ts";
import type { CallDraft } from "./call-draft.ts";
import { callReference } from "./call-title.ts";

interface Order {
  /** The draft to replace, in the version it was opened in; none drafts a new one. */
  readonly replaces?: { readonly callId: string; readonly version: number };
  readonly draft: CallDraft;
}

type Drafted = Result<{ callId: string; reference: string }>;

/** Drafts a call, or replaces an unpublished draft: for drafted vacancies, or for the cadre at large. */
export async function draftCall(actor: Actor, order: Order): Promise<Drafted> {
  if (!can(actor, "call.manage") || actor.userId === null) return refuse("notPermitted");
  const officer = { ...actor, userId: actor.userId };
  try {
    return await inTransaction((tx) => draft(tx, officer, order), "Serializable");
  } catch (error) {
    if (isDuplicate(error)) return refuse("changedMeanwhile");
    throw error;
  }
}

async function draft(
  tx: Transaction,
  actor: Actor & { readonly userId: string },
  { replaces, draft: wanted }: Order,
): Promise<Drafted> {
  const before = replaces && (await tx.call.findUnique({ where: { id: replaces.callId }, select: BEFORE }));
  if (replaces && !before) return refuse("notFound");
  if (before && before.state !== "draft") return refuse("wrongState", { state: before.state });
  if (before && before.version !== replaces?.version) return refuse("changedMeanwhile");
  const states = await tx.state.count({ where: { code: { in: [...wanted.targetedStateCodes] } } });
  if (states !== wanted.targetedStateCodes.length) return refuse("stateUnknown", {}, "states");
  const content = await contentOf(tx, wanted, before?.id ?? null);
  if (!content.ok) return content;
  const { vacancies, ...own } = content.value;
  const data = { ...own, ...hoursOf(wanted) };
  const kept = before && keepsReference(before, own.kind, vacancies);
  const reference = kept ? before.reference : await newReference(tx, own.kind, vacancies);
  const { id: callId } = before
    ? await tx.call.update({
        where: { id: before.id },
        data: { ...data, reference, version: { increment: 1 } },
        select: { id: true },
      })
    : await tx.call.create({
        data: { ...data, reference, createdById: actor.userId },
        select: { id: true },
      });
  const ids = vacancies.map(({ id }) => id);
  await tx.vacancy.updateMany({ where: { callId, id: { notIn: ids } }, data: { callId: null } });
  if (wanted.content.kind === "vacancies") {
    const decisionDueOn = new Date(wanted.content.decisionDueOn);
    await tx.vacancy.updateMany({ where: { id: { in: ids } }, data: { callId, decisionDueOn } });
  }
  if (own.kind !== "global") await tx.rubric.deleteMany({ where: { callId } });
  else if ((await tx.rubric.count({ where: { callId } })) === 0)
    await draftCadreRubric(tx, callId, actor.userId);
  await appendEvent(tx, actor, {
    kind: "call.drafted",
    subject: { type: "call", id: callId },
    facts: { reference, callKind: own.kind, vacancyIds: ids },
  });
  return ok({ callId, reference });
}

const BEFORE = {
  id: true,
  state: true,
  version: true,
  reference: true,
  kind: true,
  vacancies: { select: { id: true } },
} as const;

type Kind = CallDraft["content"]["kind"];
type Titled = { readonly id: string; readonly reference: string };

/** A draft keeps its reference unless it becomes, or ceases to be, the call of one vacancy. */
const keepsReference = (
  before: { readonly kind: Kind; readonly vacancies: readonly { readonly id: string }[] },
  kind: Kind,
  vacancies: readonly Titled[],
) =>
  before.kind === kind &&
  (vacancies.length > 1
    ? before.vacancies.length > 1
    : before.vacancies.length === vacancies.length && before.vacancies[0]?.id === vacancies[0]?.id);

async function newReference(tx: Transaction, kind: Kind, vacancies: readonly Titled[]) {
  if (vacancies.length === 1 && vacancies[0]) return vacancies[0].reference;
  const year = now().getUTCFullYear();
  const stem = callReference(kind, year, 0).replace(/1$/, "");
  const taken = await tx.call.findMany({
    where: { reference: { startsWith: stem } },
    select: { reference: true },
  });
  // The highest number, not how many there are: drafts are discarded.
  const highest = Math.max(0, ...taken.map((call) => Number(call.reference.slice(stem.length)) || 0));
  return callReference(kind, year, highest);
}

const hoursOf = (wanted: CallDraft) => ({
  listRule: wanted.listRule,
  listNumbers: wanted.listNumbers ?? Prisma.DbNull,
  targetedStateCodes: [...wanted.targetedStateCodes],
  selfNomination: wanted.selfNomination,
  opensAt: wanted.opensAt,
  closesAt: wanted.closesAt,
  takesUntil: graceEnd(wanted.closesAt, wanted.graceMinutes),
  timeZone: wanted.timeZone,
  graceMinutes: wanted.graceMinutes,
});

/** What the call is for, checked against the tables: drafted vacancies that no other call has, or kinds of post. */
async function contentOf(tx: Transaction, { content, selfNomination }: CallDraft, callId: string | null) {
  if (content.kind === "vacancies") {
    const vacancies = await tx.vacancy.findMany({
      where: { id: { in: [...content.vacancyIds] }, state: "draft", OR: [{ callId: null }, { callId }] },
      orderBy: { reference: "asc" },
      select: {
        id: true,
        reference: true,
        post: { select: { roleKind: { select: { component: true } } } },
      },
    });
    if (vacancies.length !== content.vacancyIds.length) return refuse("vacancyNotFree", {}, "vacancyIds");
    const uniformed = vacancies.some(({ post }) => post.roleKind.component !== "civilian");
    if (selfNomination && uniformed) return refuse("selfNominationUniformed", {}, "selfNomination");
    const none = { title: Prisma.DbNull, description: Prisma.DbNull, requirements: [], roleKindCodes: [] };
    return ok({ kind: content.kind, ...none, vacancies });
  }
  const kinds = await tx.roleKind.findMany({
    where: { code: { in: [...content.roleKindCodes] } },
    select: { component: true },
  });
  if (kinds.length !== content.roleKindCodes.length) return refuse("roleKindUnknown", {}, "roleKindCodes");
  const uniformed = kinds.some(({ component }) => component !== "civilian");
  if (selfNomination && uniformed) return refuse("selfNominationUniformed", {}, "selfNomination");
  const languages = await tx.language.findMany({
    where: { code: { in: [...content.languages] } },
    orderBy: { code: "asc" },
    select: { code: true, nameEn: true, nameFr: true },
  });
  const { seniorYears, fieldMissions } = content;
  const asked = { seniorYears, fieldMissions, deployableDays: 0, languages, hostStates: [] };
  return ok({
    kind: content.kind,
    title: { ...content.title },
    description: { ...content.description },
    requirements: [...requirementsFrom(asked)],
    roleKindCodes: [...content.roleKindCodes],
    vacancies: [],
  });
}
