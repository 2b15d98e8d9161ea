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
import { candidacyTransitions } from "#app/selection/lifecycle.ts";
import {
  CONSENT_PURPOSES,
  CONSENT_TEXT_VERSION,
  type ConsentForm,
  type ConsentPurpose,
  consentsIn,
  statedIn,
} from "#app/selection/nomination/profile.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { caseFile, LATEST_VERSION } from "./case-file.queries.server.ts";
import { keepAttestation } from "./keep-attestation.server.ts";
import { keepFileVersion } from "./keep-file-version.server.ts";
import { spendInvitations } from "./spend-invitations.server.ts";
import { unknownIn, writeOwnFile } from "./write-own-file.server.ts";

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
    const unknown = await unknownIn(tx, form);
    if (unknown) return { ok: false, refusal: unknown };
    const { personId, nomination } = candidacy;
    const attestedAt = now();
    const moved = await tx.candidacy.updateMany({
      where: { id: candidacyId, state: candidacy.state, version: candidacy.version },
      data: { state: next.value, attestedAt, version: { increment: 1 } },
    });
    if (moved.count !== 1) return refuse("changedMeanwhile");
    const before = await caseFile(tx, candidacy);
    const stated = { candidacyId, author: "state", writtenById: nomination.nominatedById } as const;
    if (candidacy.fileVersions.length === 0) await keepFileVersion(tx, { ...stated, content: before });
    await writeOwnFile(tx, personId, form);
    const own = { candidacyId, author: "candidate", writtenById: actor.userId } as const;
    await keepFileVersion(tx, { ...own, content: statedIn(before, form) });
    const consents = consentsIn(form);
    await keepConsents(tx, candidacyId, consents, attestedAt);
    await keepAttestation(tx, actor, candidacyId, form.attestation);
    await spendInvitations(tx, candidacyId, attestedAt);
    await tx.stageEvent.createMany({ data: [{ candidacyId, stage: "consented", reachedAt: attestedAt }] });
    await appendEvent(tx, actor, {
      kind: "candidacy.consented",
      subject: { type: "candidacy", id: candidacyId },
      facts: {
        personId: candidacy.personId,
        textVersion: CONSENT_TEXT_VERSION,
        purposes: CONSENT_PURPOSES.filter((purpose) => consents[purpose]),
      },
      committed: { profile: { ...form, attestation: null } },
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
      fileVersions: LATEST_VERSION,
      person: { select: { givenName: true, familyName: true } },
      nomination: { select: { nominatedById: true, nominator: true } },
      vacancy: { select: { ...VACANCY_TITLE, state: true } },
    },
  });
type Loaded = NonNullable<Awaited<ReturnType<typeof loadCandidacy>>>;

async function keepConsents(
  tx: Transaction,
  candidacyId: string,
  consents: Readonly<Record<ConsentPurpose, boolean>>,
  at: Date,
) {
  const textVersion = CONSENT_TEXT_VERSION;
  const given = CONSENT_PURPOSES.map((purpose) => ({
    candidacyId,
    purpose,
    given: consents[purpose],
    textVersion,
  }));
  await tx.consent.createMany({ data: given.map((consent) => ({ ...consent, givenAt: at })) });
  await tx.consentChange.createMany({ data: given.map((consent) => ({ ...consent, changedAt: at })) });
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
