import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { openPersonAccount } from "#app/access/open-person-account.server.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { storeFile, type Upload } from "#app/platform/files.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { inviteCandidate } from "./invite-candidate.server.ts";
import { BALANCE_REASON_LENGTH, type NewNomination, needsBalanceReason } from "./nomination.ts";

interface Order {
  readonly vacancyId: string;
  readonly nomination: NewNomination;
  /** The nominee's curriculum vitae. */
  readonly document: Upload;
}

type Submitted = Result<{ nominationId: string }>;
type Focal = Actor & { readonly userId: string; readonly stateCode: string };

/**
 * Nominates one person for a vacancy on behalf of the actor's state. The nominee is asked by mail; nothing is done with
 * the nomination until they consent. A form posted twice is one nomination.
 */
export async function submitNomination(actor: Actor, order: Order): Promise<Submitted> {
  const { userId, stateCode } = actor;
  if (userId === null || stateCode === null) return refuse("notPermitted");
  if (!can(actor, "nomination.submit", { stateCode })) return refuse("notPermitted");
  const focal = { ...actor, userId, stateCode };
  try {
    return await inTransaction((tx) => submit(tx, focal, order), "Serializable");
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return (await already(focal, order.nomination.submissionKey)) ?? refuse("nominatedAlready", {}, "email");
  }
}

async function submit(tx: Transaction, actor: Focal, order: Order): Promise<Submitted> {
  const { vacancyId, nomination, document } = order;
  const again = await ofKey(tx, actor, nomination.submissionKey);
  if (again) return again;
  const vacancy = await loadVacancy(tx, vacancyId, actor.stateCode);
  if (!vacancy || vacancy.state === "draft") return refuse("notFound");
  if (vacancy.state !== "open" || !vacancy.closesAt || vacancy.closesAt <= now()) return refuse("callClosed");
  const states = await tx.state.count({ where: { code: nomination.nationality } });
  if (states === 0) return refuse("stateUnknown", {}, "nationality");
  const { email } = nomination;
  const known = await tx.nomination.count({ where: { vacancyId, person: { email } } });
  if (known > 0) return refuse("nominatedAlready", {}, "email");
  const genders = [...vacancy.nominations.map(({ person }) => person.gender), nomination.gender];
  const reasonDue = needsBalanceReason(genders);
  if (reasonDue && nomination.balanceReason.length < BALANCE_REASON_LENGTH) {
    return refuse("nominationBalanceReason", { count: genders.length }, "balanceReason");
  }
  const { personId } = await openPersonAccount(tx, actor, nomination, "candidate");
  const { id: nominationId } = await tx.nomination.create({
    data: {
      vacancyId,
      stateCode: actor.stateCode,
      personId,
      nominatedById: actor.userId,
      statement: nomination.statement,
      certified: true,
      balanceReason: reasonDue ? nomination.balanceReason : null,
      submissionKey: nomination.submissionKey,
      submittedAt: now(),
    },
    select: { id: true },
  });
  const { id: candidacyId } = await tx.candidacy.create({
    data: { vacancyId, personId, nominationId, createdAt: now() },
    select: { id: true },
  });
  await tx.stageEvent.createMany({ data: [{ candidacyId, stage: "nominated", reachedAt: now() }] });
  await appendEvent(tx, actor, {
    kind: "nomination.submitted",
    subject: { type: "nomination", id: nominationId },
    facts: { vacancyId, stateCode: actor.stateCode, personId, candidacyId },
    committed: { statement: nomination.statement, balanceReason: nomination.balanceReason },
  });
  await addCurriculum(tx, actor, candidacyId, document);
  await inviteCandidate(tx, { candidacyId });
  await confirmReceipt(tx, { vacancy, nomination, nominationId, userId: actor.userId });
  return ok({ nominationId });
}

const loadVacancy = (tx: Transaction, id: string, stateCode: string) =>
  tx.vacancy.findUnique({
    where: { id },
    select: {
      reference: true,
      state: true,
      closesAt: true,
      post: { select: { roleKind: true, mission: { select: { acronym: true } } } },
      nominations: {
        where: { stateCode, state: "submitted" },
        select: { person: { select: { gender: true } } },
      },
    },
  });

async function ofKey(tx: Transaction, actor: Focal, submissionKey: string): Promise<Submitted | null> {
  const found = await tx.nomination.findUnique({
    where: { submissionKey },
    select: { id: true, stateCode: true },
  });
  if (!found) return null;
  return found.stateCode === actor.stateCode ? ok({ nominationId: found.id }) : refuse("notFound");
}

const already = (actor: Focal, submissionKey: string) =>
  inTransaction((tx) => ofKey(tx, actor, submissionKey));

async function addCurriculum(tx: Transaction, actor: Focal, candidacyId: string, document: Upload) {
  const { name, contentType } = document;
  const { id: fileId, sha256, size } = await storeFile(tx, document);
  const { id } = await tx.candidacyDocument.create({
    data: {
      candidacyId,
      kind: "cv",
      fileId,
      name,
      contentType,
      size,
      sha256,
      addedById: actor.userId,
      createdAt: now(),
    },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "document.added",
    subject: { type: "document", id },
    facts: { candidacyId, documentKind: "cv", size },
    committed: { sha256 },
  });
}

interface Receipt {
  readonly vacancy: NonNullable<Awaited<ReturnType<typeof loadVacancy>>>;
  readonly nomination: NewNomination;
  readonly nominationId: string;
  readonly userId: string;
}

async function confirmReceipt(tx: Transaction, { vacancy, nomination, nominationId, userId }: Receipt) {
  const { name, email, locale } = await tx.user.findUniqueOrThrow({
    where: { id: userId },
    select: { name: true, email: true, locale: true },
  });
  await queueMail(tx, {
    kind: "nominationReceived",
    to: email,
    locale,
    params: {
      name,
      candidate: `${nomination.givenName} ${nomination.familyName}`,
      post: nameIn(locale, vacancy.post.roleKind),
      mission: vacancy.post.mission.acronym,
      reference: vacancy.reference,
      link: paths.nomination(nominationId),
    },
    dedupeKey: `nominationReceived:${nominationId}`,
  });
}
