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
import { candidacyTransitions } from "./lifecycle.ts";
import { VACANCY_TITLE } from "./panel-state.queries.server.ts";
import { CONSENT_PURPOSES, CONSENT_TEXT_VERSION, type ConsentForm, consentsIn } from "./profile.ts";

interface Order {
  readonly candidacyId: string;
  readonly form: ConsentForm;
}

/**
 * The nominee agrees to be considered, attests to their conduct and completes the file. Invitations that are still
 * out serve no more, and the nominating state is told.
 */
export function giveConsent(actor: Actor, { candidacyId, form }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const candidacy = await loadCandidacy(tx, candidacyId);
    if (!candidacy || !can(actor, "candidacy.complete", candidacy)) return refuse("notFound");
    const facts = { vacancyState: candidacy.vacancy.state };
    const next = take(candidacyTransitions.consent, candidacy.state, facts);
    if (!next.ok) return next;
    const codes = form.languages.map(({ code }) => code);
    const known = await tx.language.count({ where: { code: { in: codes } } });
    if (known !== new Set(codes).size) return refuse("languageUnknown", {}, "languages");
    const attestedAt = now();
    const moved = await tx.candidacy.updateMany({
      where: { id: candidacyId, state: candidacy.state, version: candidacy.version },
      data: { state: next.value, attestedAt, version: { increment: 1 } },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    const consents = consentsIn(form);
    await tx.consent.createMany({
      data: CONSENT_PURPOSES.map((purpose) => ({
        candidacyId,
        purpose,
        given: consents[purpose],
        textVersion: CONSENT_TEXT_VERSION,
        givenAt: attestedAt,
      })),
    });
    await keepProfile(tx, candidacy.personId, form);
    await tx.invitation.updateMany({ where: { candidacyId, usedAt: null }, data: { usedAt: attestedAt } });
    await tx.stageEvent.createMany({ data: [{ candidacyId, stage: "consented", reachedAt: attestedAt }] });
    await appendEvent(tx, actor, {
      kind: "candidacy.consented",
      subject: { type: "candidacy", id: candidacyId },
      facts: {
        personId: candidacy.personId,
        textVersion: CONSENT_TEXT_VERSION,
        purposes: CONSENT_PURPOSES.filter((purpose) => consents[purpose]),
      },
      committed: { profile: form },
    });
    await tellState(tx, candidacy);
    return ok();
  }, "Serializable");
}

const loadCandidacy = (tx: Transaction, id: string) =>
  tx.candidacy.findUnique({
    where: { id },
    select: {
      id: true,
      state: true,
      version: true,
      personId: true,
      nominationId: true,
      person: { select: { givenName: true, familyName: true } },
      nomination: { select: { nominatedById: true, nominator: true } },
      vacancy: { select: { ...VACANCY_TITLE, state: true } },
    },
  });
type Loaded = NonNullable<Awaited<ReturnType<typeof loadCandidacy>>>;

/** The file as the candidate states it now, in the place of what stood there. */
async function keepProfile(tx: Transaction, personId: string, form: ConsentForm) {
  const { visionStatement, seniorYears, fieldMissions, deployableDays, currentPost } = form;
  const content = {
    visionStatement,
    seniorYears,
    fieldMissions,
    deployableDays,
    currentPost,
    completedAt: now(),
  };
  await tx.person.update({ where: { id: personId }, data: { gender: form.gender } });
  await tx.profile.upsert({ where: { personId }, create: { personId, ...content }, update: content });
  await tx.personLanguage.deleteMany({ where: { personId } });
  await tx.personLanguage.createMany({
    data: form.languages.map(({ code, level }) => ({ personId, languageCode: code, level })),
  });
  await tx.careerPost.deleteMany({ where: { personId } });
  await tx.careerPost.createMany({ data: form.career.map((post) => ({ personId, ...post })) });
}

async function tellState(tx: Transaction, { id, nominationId, nomination, person, vacancy }: Loaded) {
  if (nomination.nominator === "self") return;
  const focalPoint = await tx.user.findUnique({
    where: { id: nomination.nominatedById },
    select: { name: true, email: true, locale: true },
  });
  if (!focalPoint) return;
  const { name, email, locale } = focalPoint;
  await queueMail(tx, {
    kind: "candidacyConsented",
    to: email,
    locale,
    params: {
      name,
      candidate: `${person.givenName} ${person.familyName}`,
      post: nameIn(locale, vacancy.post.roleKind),
      mission: vacancy.post.mission.acronym,
      link: paths.nomination(nominationId),
    },
    dedupeKey: `candidacyConsented:${id}`,
  });
}
