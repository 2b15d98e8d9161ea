import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { ok, type Result, refuse } from "#app/access/result.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import { inTransaction, type Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { mayAttestAgain } from "#app/selection/lifecycle.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import type { AttestationForm } from "./attestation.ts";
import { keepAttestation } from "./keep-attestation.server.ts";
import { TOLD_BY, toldOf } from "./told.ts";

interface Order {
  readonly candidacyId: string;
  /** How many attestations the candidate had made when the form was opened. */
  readonly after: number;
  readonly form: AttestationForm;
}

/** The candidate says what has changed since they attested, as they undertook to; the officer of the case is told. */
export function attestAgain(actor: Actor, { candidacyId, after, form }: Order): Promise<Result<undefined>> {
  return inTransaction(async (tx) => {
    const candidacy = await tx.candidacy.findUnique({
      where: { id: candidacyId },
      select: {
        state: true,
        personId: true,
        attestedAt: true,
        letters: TOLD_BY,
        vacancy: { select: { ...VACANCY_TITLE, state: true, createdById: true } },
        _count: { select: { attestations: true } },
      },
    });
    if (!candidacy || !can(actor, "attestation.make", candidacy)) return refuse("notFound");
    const { state, attestedAt, vacancy } = candidacy;
    const told = toldOf("candidate", candidacy.letters, vacancy.state === "closed");
    if (attestedAt === null || !mayAttestAgain(state, vacancy.state, told))
      return refuse("wrongState", { state });
    if (candidacy._count.attestations !== after) return refuse("changedMeanwhile");
    await keepAttestation(tx, actor, candidacyId, form);
    await tx.candidacy.update({
      where: { id: candidacyId },
      data: { version: { increment: 1 } },
      select: { id: true },
    });
    await tellOfficer(tx, candidacyId, after + 1, vacancy);
    return ok();
  }, "Serializable");
}

interface OfCase {
  readonly createdById: string;
  readonly post: {
    readonly roleKind: { readonly nameEn: string; readonly nameFr: string };
    readonly mission: { readonly acronym: string };
  };
}

async function tellOfficer(
  tx: Transaction,
  candidacyId: string,
  number: number,
  { createdById, post }: OfCase,
) {
  const officer = await tx.user.findUnique({
    where: { id: createdById },
    select: { name: true, email: true, locale: true },
  });
  if (!officer) return;
  await queueMail(tx, {
    kind: "attestationRenewed",
    to: officer.email,
    locale: officer.locale,
    params: {
      name: officer.name,
      post: nameIn(officer.locale, post.roleKind),
      mission: post.mission.acronym,
      link: paths.attestation(candidacyId),
    },
    dedupeKey: `attestationRenewed:${candidacyId}:${number}`,
  });
}
