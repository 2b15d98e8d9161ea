import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { claimsAnother } from "#app/access/open-person-account.server.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { tallyOf } from "#app/gender/counts.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, isDuplicate, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { takesNominations } from "#app/selection/call/call.ts";
import { type CallFacts, isFor, readCallFacts } from "#app/selection/call/call-facts.queries.server.ts";
import { sentOtherwise, submissionHash } from "#app/selection/sheet/submission-hash.ts";
import { type Entry, enterNomination } from "./enter-nomination.server.ts";
import { listedOf, readListed, readRegions } from "./list-facts.queries.server.ts";
import { judgeList, mostOfList } from "./list-rule.ts";
import { checkFile, chosenVacancies } from "./nominee-check.ts";
import { draftFileOf } from "./nominee-file.ts";
import { LIST_REASON_LENGTH, type ListOrder } from "./nominee-list.ts";
import { confirmLists } from "./tell-list.server.ts";

interface Order extends ListOrder {
  readonly callId: string;
}

type Submitted = Result<{ added: number }>;
type Focal = Actor & { readonly userId: string; readonly stateCode: string };

/**
 * Submits the chosen drafts of a state's list in one act, all or none. Where the list then departs from the rule of its
 * call, a reason must come with it, which the secretariat sees. A form posted twice is one submission.
 */
export async function submitList(actor: Actor, order: Order): Promise<Submitted> {
  const { userId, stateCode } = actor;
  if (userId === null || stateCode === null) return refuse("notPermitted");
  if (!can(actor, "nomination.submit", { stateCode })) return refuse("notPermitted");
  const focal = { ...actor, userId, stateCode };
  try {
    return await inTransaction((tx) => submit(tx, focal, order), "Serializable");
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    return (await inTransaction((tx) => ofKey(tx, focal, order))) ?? refuse("listChangedMeanwhile");
  }
}

async function submit(tx: Transaction, actor: Focal, order: Order): Promise<Submitted> {
  const again = await ofKey(tx, actor, order);
  if (again) return again;
  const call = await readCallFacts(tx, order.callId, now());
  if (!call || !isFor(call, actor.stateCode)) return refuse("notFound");
  if (call.phase === "announced") return refuse("callNotOpenYet");
  if (!takesNominations(call.phase)) return refuse("callClosed");
  const entries = await readEntries(tx, actor, call, order);
  if (!entries.ok) return entries;
  const listed = await readListed(tx, call.id, actor.stateCode);
  if (entries.value.length === 0 && listed.people.length === 0) return refuse("listEmpty", {}, "drafts");
  const people = [
    ...listed.people,
    ...entries.value.map(({ file: { gender, nationalities, additional } }) => ({
      gender,
      nationalities,
      additional,
    })),
  ];
  const most = mostOfList(call.terms);
  if (most !== null && people.length > most)
    return refuse("listTooLong", { most, has: people.length, over: people.length - most }, "drafts");
  const regions = await readRegions(
    tx,
    people.flatMap(({ nationalities }) => nationalities),
  );
  const { met } = judgeList(
    call.terms,
    people.map((one) => listedOf(one, regions)),
    actor.stateCode,
  );
  if (!met && order.reason.length < LIST_REASON_LENGTH)
    return refuse("listReason", { characters: LIST_REASON_LENGTH }, "reason");
  for (const { file } of entries.value)
    if (await claimsAnother(tx, actor, file.email))
      return refuse("accountOfAnother", { email: file.email }, "drafts");
  for (const entry of entries.value) await enterNomination(tx, actor, entry);
  const { woman: women, man: men, ...others } = tallyOf(people.map(({ gender }) => gender));
  const reason = met ? null : order.reason;
  const facts = { callId: call.id, stateCode: actor.stateCode, women, men, ...others };
  const { id } = await tx.listSubmission.create({
    data: {
      ...facts,
      ...{ added: entries.value.length, ruleMet: met, reason, submittedById: actor.userId },
      ...{ ...sentBy(order), submittedAt: now() },
    },
    select: { id: true },
  });
  await appendEvent(tx, actor, {
    kind: "list.submitted",
    subject: { type: "list", id },
    facts: { ...facts, added: entries.value.length, ruleMet: met },
    committed: reason === null ? {} : { reason },
  });
  const names = entries.value.map(({ file }) => `${file.givenName} ${file.familyName}`);
  await confirmLists(tx, call, [{ submissionId: id, stateCode: actor.stateCode, names }]);
  return ok({ added: entries.value.length });
}

/** The form's key and what it was sent with, in whatever order the drafts stood. */
const sentBy = ({ submissionKey, reason, drafts }: Order) => ({
  submissionKey,
  submissionHash: submissionHash({
    reason,
    drafts: drafts.toSorted((a, b) => (a.draftId < b.draftId ? -1 : 1)),
  }),
});

async function ofKey(tx: Transaction, actor: Focal, order: Order): Promise<Submitted | null> {
  const sent = sentBy(order);
  const found = await tx.listSubmission.findUnique({
    where: { submissionKey: sent.submissionKey },
    select: { stateCode: true, callId: true, added: true, submissionHash: true },
  });
  if (!found) return null;
  if (found.stateCode !== actor.stateCode || found.callId !== order.callId) return refuse("notFound");
  const other = sentOtherwise(found, sent);
  return other ? { ok: false, refusal: other } : ok({ added: found.added });
}

/** The drafts to submit, each as it was seen and complete. */
async function readEntries(
  tx: Transaction,
  actor: Focal,
  call: CallFacts,
  { drafts: chosen }: Order,
): Promise<Result<readonly Entry[]>> {
  const drafts = await tx.nomineeDraft.findMany({
    where: { id: { in: chosen.map(({ draftId }) => draftId) }, callId: call.id, stateCode: actor.stateCode },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, version: true, content: true, submittedAt: true, documents: true },
  });
  if (drafts.length !== chosen.length) return refuse("listChangedMeanwhile");
  const entries: Entry[] = [];
  const today = now().toISOString().slice(0, 10);
  for (const { id, version, content, submittedAt, documents } of drafts) {
    const draft = draftFileOf(content);
    const name = `${draft.givenName} ${draft.familyName}`.trim();
    if (submittedAt) return refuse("draftSubmittedMeanwhile", { name }, "drafts");
    if (chosen.find(({ draftId }) => draftId === id)?.version !== version)
      return refuse("draftChangedSince", { name }, "drafts");
    const kinds = documents.map(({ kind }) => kind);
    const checked = checkFile(draft, kinds, { today, vacancies: call.vacancies, self: false });
    if (!checked.ok) return refuse("draftIncomplete", { name, count: checked.gaps.length }, "drafts");
    const vacancyIds = chosenVacancies(draft, call.vacancies).map((vacancy) => vacancy.id);
    const taken = await nominatedAlready(tx, call.id, checked.file.email, vacancyIds);
    const twice = entries.some(({ file }) => file.email === checked.file.email);
    if (taken || twice) return refuse("nomineeListed", { name }, "drafts");
    entries.push({ call, draftId: id, file: checked.file, vacancyIds, documents });
  }
  return ok(entries);
}

/**
 * Whether somebody at this address stands nominated by the call for one of these posts, by whomever; who was found to be
 * on file twice counts by either address.
 */
export async function nominatedAlready(
  tx: Transaction,
  callId: string,
  email: string,
  vacancyIds: readonly string[],
): Promise<boolean> {
  const forWhat = vacancyIds.length > 0 ? { vacancyId: { in: [...vacancyIds] } } : { callId };
  const person = { OR: [{ email }, { merged: { some: { email } } }] };
  return (await tx.nomination.count({ where: { ...forWhat, person } })) > 0;
}
