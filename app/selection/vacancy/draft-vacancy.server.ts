import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { now } from "#app/platform/clock.server.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import { LIVE_VACANCY_STATES } from "#app/selection/lifecycle.ts";
import { GROUP_SHARES } from "#app/selection/rubric/criterion-group.ts";
import { readLibrary } from "#app/selection/rubric/library.queries.server.ts";
import { readRubric } from "#app/selection/rubric/rubric.queries.server.ts";
import {
  type NeedLevels,
  RUBRIC_LEVELS,
  RUBRIC_SIZE,
  rubricFromNeeds,
} from "#app/selection/rubric/rubric.ts";
import { reweighed } from "#app/selection/rubric/rubric-draft.ts";
import { storeRubric } from "#app/selection/rubric/store-rubric.server.ts";
import { requirementsFrom } from "#app/selection/screening/requirements.ts";
import { type VacancyDraft, vacancyReference } from "./vacancy.ts";

/**
 * Drafts a vacancy for a post: what a candidate must bring, and a rubric whose weights follow from the mission's
 * latest needs. Drafting again replaces an unpublished draft, so that it takes in needs stated since; a rubric that an
 * officer put together keeps its criteria and is weighed anew.
 */
export async function draftVacancy(
  actor: Actor,
  order: VacancyDraft,
): Promise<Result<{ vacancyId: string }>> {
  if (!can(actor, "vacancy.draft") || actor.userId === null) return refuse("notPermitted");
  const createdById = actor.userId;
  return inTransaction(async (tx) => {
    const post = await loadPost(tx, order.postId);
    if (!post) return refuse("notFound");
    const needs = post.mission.needs[0];
    if (!needs) return refuse("needsMissing", { mission: post.mission.acronym }, "postId");
    const live = post.vacancies.find(({ state }) => LIVE_VACANCY_STATES.includes(state));
    if (live && live.state !== "draft")
      return refuse("postHasVacancy", { reference: live.reference }, "postId");
    const stated = new Map(needs.items.map(({ criterionCode, level }) => [criterionCode, level]));
    const rubric = await rubricFor(tx, live?.id ?? null, stated);
    const { criteria } = rubric;
    if (criteria.length < RUBRIC_SIZE.least) return refuse("rubricSize", { criteria: criteria.length });
    const { shortlistSize } = order;
    const requirements = await chosenRequirements(tx, order, post.mission.hostCodes);
    const content = { needsId: needs.id, shortlistSize, requirements };
    const year = now().getUTCFullYear();
    const before = post.vacancies.filter(({ reference }) => reference.startsWith(`${year}-`)).length;
    const reference =
      live?.reference ?? vacancyReference(year, post.mission.acronym, post.roleKindCode, before);
    const { id: vacancyId } = live
      ? await tx.vacancy.update({
          where: { id: live.id },
          data: { ...content, version: { increment: 1 } },
          select: { id: true },
        })
      : await tx.vacancy.create({
          data: { ...content, reference, postId: order.postId, createdById, createdAt: now() },
          select: { id: true },
        });
    await storeRubric(tx, { of: { vacancyId }, savedById: createdById, opened: null, ...rubric });
    await appendEvent(tx, actor, {
      kind: "vacancy.drafted",
      subject: { type: "vacancy", id: vacancyId },
      facts: { postId: order.postId, needsId: needs.id, reference, shortlistSize, criteria: criteria.length },
    });
    return ok({ vacancyId });
  }, "Serializable");
}

/**
 * The rubric of a draft: what an officer put together, weighed by the needs stated now; otherwise the criteria of the
 * library that the mission's statement speaks of.
 */
async function rubricFor(tx: Transaction, vacancyId: string | null, stated: NeedLevels) {
  const tailored = vacancyId && (await tx.rubric.findFirst({ where: { vacancyId, tailored: true } }));
  const before = tailored && vacancyId ? await readRubric(tx, vacancyId) : null;
  if (before) {
    const { levels, shares } = before;
    return { levels, shares, criteria: reweighed(before, stated), tailored: true };
  }
  const offered = (await readLibrary(tx, [])).filter(
    ({ code, levels, retired }) => !retired && levels === RUBRIC_LEVELS && stated.has(code),
  );
  const criteria = offered.map(({ version, ...one }) => ({ ...one, libraryVersion: version }));
  return {
    levels: RUBRIC_LEVELS,
    shares: GROUP_SHARES,
    criteria: rubricFromNeeds(criteria, stated),
    tailored: false,
  };
}

const loadPost = (tx: Transaction, id: string) =>
  tx.post.findUnique({
    where: { id },
    select: {
      roleKindCode: true,
      mission: {
        select: {
          acronym: true,
          hostCodes: true,
          needs: {
            orderBy: { version: "desc" },
            take: 1,
            select: { id: true, items: { select: { criterionCode: true, level: true } } },
          },
        },
      },
      vacancies: { select: { id: true, reference: true, state: true } },
    },
  });

async function chosenRequirements(tx: Transaction, order: VacancyDraft, hostCodes: readonly string[]) {
  const languages = await tx.language.findMany({
    where: { code: { in: order.languages } },
    orderBy: { code: "asc" },
    select: { code: true, nameEn: true, nameFr: true },
  });
  return [...requirementsFrom({ ...order, languages, hostStates: order.excludeHost ? hostCodes : [] })];
}
