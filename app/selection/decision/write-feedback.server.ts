import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { TOLD_BY, toldOf } from "#app/selection/candidate/told.ts";
import { anchorsOf, inTwoLanguages } from "#app/selection/in-two-languages.ts";
import { KNOWN_TO_STATE, knownToState } from "#app/selection/nomination/known-nominee.ts";
import { factsOf } from "#app/selection/panel/panel-facts.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { feedbackOpenTo, PANEL_OF } from "./feedback.queries.server.ts";
import { type FeedbackText, refuseFeedback, type Unsaid } from "./feedback.ts";
import { fullName, readOthersNames } from "./others-named.queries.server.ts";

interface Order extends FeedbackText {
  readonly candidacyId: string;
}

/** An officer, or the chair of the panel, changes the words of a feedback that waits; its levels are the panel's, and stay. */
export function keepFeedback(actor: Actor, order: Order): Promise<Result<undefined>> {
  return inTransaction((tx) => write(tx, actor, order, false), "Serializable");
}

/**
 * An officer releases a feedback in the words they have before them: the candidate reads it on their page, and a message
 * without any of it tells them. One whose letter was not sent is refused, and so is one that names somebody else or quotes
 * a member of the panel.
 */
export function releaseFeedback(actor: Actor, order: Order): Promise<Result<undefined>> {
  return inTransaction((tx) => write(tx, actor, order, true), "Serializable");
}

async function write(
  tx: Transaction,
  actor: Actor,
  order: Order,
  releasing: boolean,
): Promise<Result<undefined>> {
  const { candidacyId, version, points, advice } = order;
  const feedback = await loadFeedback(tx, actor, candidacyId);
  if (!feedback || actor.userId === null) return refuse("notFound");
  const facts = factsOf(feedback.vacancy.panel ?? { members: [] });
  const may =
    can(actor, "candidateFeedback.write") || (!releasing && can(actor, "candidateFeedback.advise", facts));
  if (!may) return refuse("notFound");
  const { vacancyId, vacancy, candidacy } = feedback;
  const told = toldOf("candidate", candidacy.letters, vacancy.state === "closed") === "all";
  const refusal = refuseFeedback({ ...feedback, told }, order, await unsaidIn(tx, feedback), releasing);
  if (refusal) return { ok: false, refusal };
  const changed = await tx.feedback.updateMany({
    where: { candidacyId, version, state: "awaitingReview" },
    data: {
      ...{ advice, version: { increment: 1 } },
      ...(releasing ? { state: "released", releasedAt: now(), releasedById: actor.userId } : {}),
    },
  });
  if (changed.count !== 1) return refuse("changedMeanwhile");
  for (const { criterionId, text } of points)
    await tx.feedbackPoint.updateMany({ where: { candidacyId, criterionId }, data: { text } });
  await appendEvent(tx, actor, {
    kind: releasing ? "candidateFeedback.released" : "candidateFeedback.kept",
    subject: { type: "candidacy", id: candidacyId },
    facts: { vacancyId, version: version + 1 },
    committed: { points, advice },
  });
  if (releasing) await tellReleased(tx, feedback);
  return ok();
}

const loadFeedback = (tx: Transaction, actor: Actor, candidacyId: string) =>
  tx.feedback.findFirst({
    where: { ...feedbackOpenTo(actor), candidacyId },
    select: {
      ...{ candidacyId: true, vacancyId: true, state: true, version: true },
      points: { select: { criterionId: true, side: true } },
      vacancy: { select: { ...VACANCY_TITLE, state: true, ...PANEL_OF } },
      candidacy: {
        select: {
          letters: TOLD_BY,
          person: {
            select: { givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
          },
          nomination: { select: KNOWN_TO_STATE },
          finding: { select: { text: true, criteria: { select: { text: true } } } },
        },
      },
    },
  });

type Loaded = NonNullable<Awaited<ReturnType<typeof loadFeedback>>>;

/** What this feedback must leave unsaid: others' names, and what members wrote by themselves. */
async function unsaidIn(tx: Transaction, { candidacyId, vacancyId, candidacy }: Loaded): Promise<Unsaid> {
  const names = await readOthersNames(tx, { candidacyId, vacancyId });
  const evidence = await tx.scoreEntry.findMany({
    where: { evidence: { not: "" }, sheet: { candidacyId } },
    select: { evidence: true },
  });
  const dissents = await tx.reportSignature.findMany({
    where: { dissent: { not: null }, report: { vacancyId } },
    select: { dissent: true },
  });
  const criteria = await tx.criterion.findMany({
    where: { rubric: { vacancyId } },
    select: { definition: true, anchors: true },
  });
  const published = criteria.flatMap(({ definition, anchors }) =>
    [inTwoLanguages(definition), ...anchorsOf(anchors)].flatMap(({ en, fr }) => [en, fr]),
  );
  const { finding } = candidacy;
  return {
    names,
    about: [fullName(candidacy.person), fullName(knownToState(candidacy.nomination))],
    members: [...evidence.map((one) => one.evidence), ...dissents.map(({ dissent }) => dissent ?? "")],
    free: [...published, finding?.text ?? "", ...(finding?.criteria ?? []).map(({ text }) => text)],
  };
}

/** Tells the candidate that it is there to be read; what it says stands behind the sign-in alone. */
async function tellReleased(tx: Transaction, { candidacyId, candidacy: { person }, vacancy }: Loaded) {
  const locale = person.user?.locale ?? "en";
  await queueMail(tx, {
    kind: "feedbackReleased",
    to: person.email,
    locale,
    params: {
      name: fullName(person),
      post: nameIn(locale, vacancy.post.roleKind),
      mission: vacancy.post.mission.acronym,
      link: paths.myFeedback(candidacyId),
    },
    dedupeKey: `feedbackReleased:${candidacyId}`,
  });
}
