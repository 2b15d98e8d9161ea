import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { GATE_LINE, gateLine } from "#app/selection/clearance/clearance.queries.server.ts";
import { type CandidacyState, LIVE_CANDIDACY_STATES } from "#app/selection/lifecycle.ts";
import { reasonOfList } from "#app/selection/nomination/list-facts.queries.server.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";
import { requirementsOf } from "#app/selection/screening/requirement.ts";
import { checksOf } from "#app/selection/screening/requirement-evidence.ts";
import { factsIn } from "#app/selection/screening/requirements.ts";
import { screeningBar } from "#app/selection/screening/screener.ts";
import {
  namesOf,
  peopleIn,
  SCREENING,
  screeningOf,
} from "#app/selection/screening/screening.queries.server.ts";
import { attestedOnFile } from "./attestation.ts";
import { caseFile, namedFile } from "./case-file.queries.server.ts";
import type { CandidateFile } from "./dossier-page.ts";
import { compareVersions } from "./file-comparison.queries.server.ts";
import { stageClock, stageStays } from "./stage-clock.ts";

/**
 * One candidacy as those who steer and oversee see it: the file, the screening and how each gate stands. Null for
 * an officer who is its candidate, or recused from it as a member of its panel.
 */
export async function readCandidacy(actor: Actor, id: string) {
  const candidacy = await database().candidacy.findUnique({
    where: { id },
    select: {
      id: true,
      state: true,
      version: true,
      vacancyId: true,
      personId: true,
      attestedAt: true,
      withdrawnAt: true,
      withdrawalReason: true,
      attestations: { orderBy: { number: "desc" }, take: 1, select: { unable: true } },
      fileVersions: {
        orderBy: { number: "asc" },
        select: { author: true, content: true, writtenAt: true },
      },
      vacancy: { select: { ...VACANCY_TITLE, state: true, requirements: true } },
      nomination: {
        select: {
          nominatedById: true,
          statement: true,
          callId: true,
          stateCode: true,
          disclosure: true,
          submittedAt: true,
          inGrace: true,
          nominatingState: { select: { nameEn: true, nameFr: true } },
        },
      },
      person: { select: PERSON },
      documents: {
        where: { removedAt: null },
        orderBy: { createdAt: "asc" },
        select: { id: true, name: true, size: true },
      },
      stages: { orderBy: { reachedAt: "asc" }, select: { stage: true, reachedAt: true } },
      ...SCREENING,
      clearances: { orderBy: { kind: "asc" }, select: GATE_LINE },
      conflicts: { where: { member: { userId: actor.userId ?? "" } }, select: { id: true } },
    },
  });
  if (!candidacy || candidacy.conflicts.length > 0 || isOwn(candidacy.person, actor)) return null;
  const { vacancy, nomination, person, clearances, attestedAt, stages } = candidacy;
  const unable = candidacy.attestations[0]?.unable ?? [];
  const content = await caseFile(database(), {
    personId: candidacy.personId,
    fileVersions: candidacy.fileVersions.slice(-1),
  });
  const facts = factsIn(content, attestedOnFile(attestedAt, unable));
  const today = now();
  const [file, listReason, versions, names] = await Promise.all([
    namedFile(content),
    reasonOfList(database(), nomination.callId, nomination.stateCode),
    compareVersions(candidacy.fileVersions),
    namesOf([...peopleIn(candidacy), ...clearances.map(({ ownerId }) => ownerId)]),
  ]);
  return {
    id,
    state: candidacy.state,
    version: candidacy.version,
    vacancyId: candidacy.vacancyId,
    name: `${person.givenName} ${person.familyName}`,
    gender: person.gender,
    ...vacancy.post,
    reference: vacancy.reference,
    vacancyState: vacancy.state,
    nominatedAt: nomination.submittedAt.toISOString(),
    inGrace: nomination.inGrace,
    listReason,
    disclosure: nomination.disclosure,
    file: {
      ...file,
      nominatingState: nomination.nominatingState,
      statement: nomination.statement,
      documents: candidacy.documents,
    } satisfies CandidateFile,
    attestedAt: attestedAt?.toISOString() ?? null,
    disclosed: unable.length > 0,
    withdrawal: candidacy.withdrawnAt && {
      at: candidacy.withdrawnAt.toISOString(),
      declined: candidacy.state === "declined",
      reason: can(actor, "withdrawal.readReason") ? candidacy.withdrawalReason : null,
    },
    versions,
    stages: stageStays(stages, isLive(candidacy.state), today).map(({ reachedAt, ...stay }) => ({
      ...stay,
      reachedAt: reachedAt.toISOString(),
    })),
    clock: stageClock(candidacy.state, stages, today),
    checks: checksOf(requirementsOf(vacancy.requirements), facts, today.toISOString().slice(0, 10)),
    screening: screeningOf(candidacy, actor, names),
    bar: screeningBar(actor, { candidateUserId: person.userId, ...nomination }),
    gates: clearances.map((gate) => gateLine(gate, names, today)),
  };
}

const PERSON = { userId: true, givenName: true, familyName: true, gender: true } as const;

const isLive = (state: CandidacyState) => LIVE_CANDIDACY_STATES.includes(state) || state === "selected";

const isOwn = ({ userId }: { readonly userId: string | null }, actor: Actor) =>
  userId !== null && userId === actor.userId;
