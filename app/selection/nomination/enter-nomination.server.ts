import type { Actor } from "#app/access/actor.ts";
import { openPersonAccount } from "#app/access/open-person-account.server.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { appendEvent } from "#app/record/append-event.server.ts";
import type { CallFacts } from "#app/selection/call/call-facts.queries.server.ts";
import { inviteCandidate } from "#app/selection/candidate/invite-candidate.server.ts";
import { keepFileVersion } from "#app/selection/candidate/keep-file-version.server.ts";
import { documentKindOf } from "#app/selection/document/document.ts";
import { keepDocument } from "#app/selection/document/keep-document.server.ts";
import { askForCadre } from "#app/selection/pool/ask-for-cadre.server.ts";
import { keepStatedFile } from "./keep-stated-file.server.ts";
import { statedColumns } from "./known-nominee.ts";
import { CERTIFIED_POINTS, type NomineeFile } from "./nominee-file.ts";
import { firstVersion, statedByNominator } from "./stated-content.ts";

interface Nominating extends Actor {
  readonly userId: string;
}

/** A nominee whose file was found complete, with what goes with it. */
export interface Entry {
  readonly call: CallFacts;
  readonly draftId: string;
  readonly file: NomineeFile;
  /** The vacancies they are for; none where the call is for the cadre at large. */
  readonly vacancyIds: readonly string[];
  readonly documents: readonly {
    readonly kind: string;
    readonly fileId: string;
    readonly name: string;
    readonly contentType: string;
    readonly size: number;
    readonly sha256: string;
  }[];
}

/**
 * Enters one nominee: the person, a nomination for each vacancy chosen, and the candidacies with their documents. Whom a
 * state nominates is asked by mail; nothing is done with the nomination until they consent.
 */
export async function enterNomination(tx: Transaction, actor: Nominating, entry: Entry): Promise<string[]> {
  const { file } = entry;
  const onFile = await tx.person.findUnique({ where: { email: file.email }, select: { id: true } });
  const person = { ...file, nationality: file.nationalities[0] ?? "" };
  const { personId } = await openPersonAccount(tx, actor, person, "candidate");
  const stated = statedByNominator(file);
  await keepStatedFile(tx, personId, stated, onFile === null);
  const ids: string[] = [];
  for (const vacancyId of entry.vacancyIds.length > 0 ? entry.vacancyIds : [null]) {
    ids.push(await nominateFor(tx, actor, entry, { personId, vacancyId }));
  }
  await tx.nomineeDraft.update({ where: { id: entry.draftId }, data: { submittedAt: now() } });
  return ids;
}

interface For {
  readonly personId: string;
  readonly vacancyId: string | null;
}

async function nominateFor(tx: Transaction, actor: Nominating, entry: Entry, { personId, vacancyId }: For) {
  const { call, draftId, file } = entry;
  const { stateCode } = actor;
  const { id: nominationId } = await tx.nomination.create({
    data: {
      ...{ callId: call.id, vacancyId, personId, draftId, stateCode, nominatedById: actor.userId },
      nominator: stateCode === null ? "self" : "state",
      ...statedColumns(file),
      statement: file.statement,
      certified: stateCode !== null && CERTIFIED_POINTS.every((point) => file[point]),
      disclosure: file.disclosure || null,
      additional: file.additional,
      submissionKey: `${draftId}:${vacancyId ?? "cadre"}`,
      submittedAt: now(),
      inGrace: call.phase === "grace",
    },
    select: { id: true },
  });
  const candidacyId =
    vacancyId === null ? null : await openCandidacy(tx, { nominationId, vacancyId, personId });
  await appendEvent(tx, actor, {
    kind: "nomination.submitted",
    subject: { type: "nomination", id: nominationId },
    facts: { callId: call.id, vacancyId, stateCode, personId, candidacyId, inGrace: call.phase === "grace" },
    committed: { file },
  });
  const written = { author: stateCode === null ? "candidate" : "state", writtenById: actor.userId } as const;
  const content = firstVersion(statedByNominator(file));
  if (candidacyId === null) {
    await askForCadre(tx, [{ nominationId, content }], written);
    return nominationId;
  }
  const by = { addedById: actor.userId, ofCandidate: stateCode === null };
  for (const { kind, fileId, name, contentType, size, sha256 } of entry.documents) {
    const file = { fileId, name, contentType, size, sha256 };
    await keepDocument(tx, actor, { candidacyId, personId, kind: documentKindOf(kind), file, ...by });
  }
  await keepFileVersion(tx, { candidacyId, ...written, content });
  if (stateCode !== null) await inviteCandidate(tx, { candidacyId });
  return nominationId;
}

/** The case of one person for one vacancy, at its beginning. */
async function openCandidacy(
  tx: Transaction,
  data: { readonly nominationId: string; readonly vacancyId: string; readonly personId: string },
) {
  const { id } = await tx.candidacy.create({ data, select: { id: true } });
  await tx.stageEvent.createMany({ data: [{ candidacyId: id, stage: "nominated", reachedAt: now() }] });
  return id;
}
