import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { take } from "#app/access/transition.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { CLEARANCE_KINDS } from "./clearance.ts";
import { type CandidacyState, candidacyTransitions } from "./lifecycle.ts";
import { VACANCY_TITLE } from "./panel-state.queries.server.ts";
import { requirementsOf } from "./requirement.ts";
import { requirementKey } from "./requirements.ts";
import type { ScreeningForm } from "./screening.ts";

interface Order {
  readonly candidacyId: string;
  readonly form: ScreeningForm;
}

/**
 * A screener's finding on a candidacy, requirement by requirement. Whoever is screened in goes before the panel, and
 * the clearances are asked for; whoever is not is told why.
 */
export function recordScreening(actor: Actor, { candidacyId, form }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    if (!can(actor, "screening.record") || actor.userId === null) return refuse("notPermitted");
    const candidacy = await loadCandidacy(tx, candidacyId, actor.userId);
    if (!candidacy || candidacy.conflicts.length > 0) return refuse("notFound");
    if (candidacy.person.userId === actor.userId) return refuse("ownCase");
    if (candidacy.version !== form.version) return refuse("changedMeanwhile");
    const next = nextState(candidacy, form);
    if (!next.ok) return next;
    const moved = await tx.candidacy.updateMany({
      where: { id: candidacyId, state: candidacy.state, version: candidacy.version },
      data: { state: next.value, version: { increment: 1 } },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    const reasonCode = form.passed ? null : (form.reasonCode ?? null);
    await tx.screening.create({
      data: {
        candidacyId,
        screenedById: actor.userId,
        passed: form.passed,
        findings: form.findings,
        reasonCode,
        note: form.note,
        createdAt: now(),
      },
    });
    await appendEvent(tx, actor, {
      kind: "screening.recorded",
      subject: { type: "candidacy", id: candidacyId },
      facts: { vacancyId: candidacy.vacancyId, passed: form.passed, reasonCode },
      committed: { findings: form.findings, note: form.note },
    });
    if (form.passed) await goOn(tx, actor, candidacyId);
    await tellCandidate(tx, candidacy, reasonCode);
    return ok();
  }, "Serializable");
}

const loadCandidacy = (tx: Transaction, id: string, screenerId: string) =>
  tx.candidacy.findUnique({
    where: { id },
    select: {
      id: true,
      state: true,
      version: true,
      vacancyId: true,
      person: {
        select: {
          userId: true,
          givenName: true,
          familyName: true,
          email: true,
          user: { select: { locale: true } },
        },
      },
      vacancy: { select: { ...VACANCY_TITLE, state: true, requirements: true } },
      conflicts: { where: { member: { userId: screenerId } }, select: { id: true } },
    },
  });
type Loaded = NonNullable<Awaited<ReturnType<typeof loadCandidacy>>>;

/** The state the finding leads to; every requirement of the call must have been looked at. */
function nextState({ state, vacancy }: Loaded, form: ScreeningForm): Result<CandidacyState> {
  const verdicts = new Map(form.findings.map(({ requirement, verdict }) => [requirement, verdict]));
  const keys = requirementsOf(vacancy.requirements).map(requirementKey);
  if (form.findings.length !== keys.length || keys.some((key) => !verdicts.has(key))) {
    return refuse("screeningIncomplete");
  }
  const notMet = keys.filter((key) => verdicts.get(key) !== "met").length;
  return form.passed
    ? take(candidacyTransitions.screenIn, state, { vacancyState: vacancy.state, notMet })
    : take(candidacyTransitions.screenOut, state, {
        vacancyState: vacancy.state,
        reasonCode: form.reasonCode ?? null,
        notMet,
      });
}

/** The candidacy counts as screened in, and every gate is asked for. */
async function goOn(tx: Transaction, actor: Actor, candidacyId: string) {
  await tx.stageEvent.createMany({ data: [{ candidacyId, stage: "screenedIn", reachedAt: now() }] });
  await tx.clearance.createMany({
    data: CLEARANCE_KINDS.map((kind) => ({ candidacyId, kind, requestedAt: now() })),
  });
  await appendEvent(tx, actor, {
    kind: "clearance.requested",
    subject: { type: "candidacy", id: candidacyId },
    facts: { kinds: CLEARANCE_KINDS },
  });
}

async function tellCandidate(tx: Transaction, candidacy: Loaded, reason: string | null) {
  const { id, person, vacancy } = candidacy;
  const locale = person.user?.locale ?? "en";
  const params = {
    name: `${person.givenName} ${person.familyName}`,
    post: nameIn(locale, vacancy.post.roleKind),
    mission: vacancy.post.mission.acronym,
    link: paths.myCase(id),
  };
  const address = { to: person.email, locale, dedupeKey: `screened:${id}` };
  await queueMail(
    tx,
    reason === null
      ? { kind: "screeningPassed", ...address, params }
      : { kind: "screeningFailed", ...address, params: { ...params, reason } },
  );
}
