import { randomUUID } from "node:crypto";
import type { Actor } from "#app/access/actor.ts";
import { openPersonAccounts } from "#app/access/open-person-account.server.ts";
import { GENDERS, type Gender, tallyOf } from "#app/gender/counts.ts";
import { now, today } from "#app/platform/clock.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { insertRows } from "#app/platform/insert-rows.server.ts";
import { appendEvents } from "#app/record/append-event.server.ts";
import type { CallFacts } from "#app/selection/call/call-facts.queries.server.ts";
import { inviteCandidates } from "#app/selection/candidate/invite-candidates.server.ts";
import { listsOf } from "#app/selection/nomination/import-check.queries.server.ts";
import type { SheetNominee } from "#app/selection/nomination/import-sheet.ts";
import { statedColumns } from "#app/selection/nomination/known-nominee.ts";
import { judgeList } from "#app/selection/nomination/list-rule.ts";
import { CERTIFIED_POINTS } from "#app/selection/nomination/nominee-file.ts";
import { firstVersion, statedInSheet } from "#app/selection/nomination/stated-content.ts";
import { confirmLists } from "#app/selection/nomination/tell-list.server.ts";
import { askForCadre } from "#app/selection/pool/ask-for-cadre.server.ts";
import { keepSheetFiles } from "./keep-sheet-files.server.ts";
import { submissionHash } from "./submission-hash.ts";

interface Author extends Actor {
  readonly userId: string;
}

interface Order {
  readonly importId: string;
  readonly call: CallFacts;
  readonly nominees: readonly SheetNominee[];
}

/**
 * Enters nominees of a sheet that was found good: people, nominations, candidacies and invitations, in a few statements
 * for all of them. What the sheet leaves open the nominees state themselves.
 */
export async function enterSheet(tx: Transaction, author: Author, { importId, call, nominees }: Order) {
  const people = await openPersonAccounts(tx, author, nominees.map(personOf), "candidate");
  const stated = nominees.map(({ file }) => ({
    person: people.get(file.email.toLowerCase()),
    file: statedInSheet(file, today()),
  }));
  await keepSheetFiles(
    tx,
    stated.flatMap(({ person, file }) => (person?.isNew ? [{ personId: person.personId, file }] : [])),
  );
  const entries = nominees.flatMap(({ file, stateCode }) => {
    const personId = people.get(file.email.toLowerCase())?.personId ?? "";
    const vacancyIds = file.vacancies.length > 0 ? file.vacancies : [null];
    return vacancyIds.map((vacancyId) => ({
      ...{ file, stateCode, personId, vacancyId, nominationId: randomUUID() },
      candidacyId: vacancyId === null ? null : randomUUID(),
    }));
  });
  await insertRows(
    tx,
    "Nomination",
    entries.map(({ nominationId: id, file, stateCode, personId, vacancyId }) => ({
      ...{ id, callId: call.id, vacancyId, stateCode, personId, importId, nominatedById: author.userId },
      ...statedColumns({ ...file, gender: genderOf(file.gender) }),
      statement: file.statement,
      certified: CERTIFIED_POINTS.every((point) => file[point] === "on"),
      disclosure: file.disclosure || null,
      additional: file.additional === "on",
      submissionKey: `${importId}:${personId}:${vacancyId ?? "cadre"}`,
      submittedAt: now(),
      inGrace: call.phase === "grace",
    })),
  );
  const cases = entries.flatMap(({ candidacyId, vacancyId, personId, nominationId }) =>
    candidacyId && vacancyId
      ? [{ id: candidacyId, vacancyId, personId, nominationId, updatedAt: now() }]
      : [],
  );
  await insertRows(tx, "Candidacy", cases);
  const contents = new Map(stated.map(({ person, file }) => [person?.personId, firstVersion(file)]));
  await insertRows(
    tx,
    "FileVersion",
    cases.flatMap(({ id: candidacyId, personId }) => {
      const content = contents.get(personId);
      const written = { author: "state", writtenById: author.userId, writtenAt: now() } as const;
      return content ? [{ id: randomUUID(), candidacyId, number: 1, content, ...written }] : [];
    }),
  );
  await insertRows(
    tx,
    "StageEvent",
    cases.map(({ id }) => ({ candidacyId: id, stage: "nominated" as const, reachedAt: now() })),
  );
  await appendEvents(
    tx,
    author,
    entries.map(({ nominationId, file, stateCode, personId, vacancyId, candidacyId }) => ({
      kind: "nomination.submitted",
      subject: { type: "nomination", id: nominationId },
      facts: {
        ...{ callId: call.id, vacancyId, stateCode, personId, candidacyId, importId },
        inGrace: call.phase === "grace",
      },
      committed: { file },
    })),
  );
  await askForCadre(
    tx,
    entries.flatMap(({ vacancyId, nominationId, personId }) => {
      const content = contents.get(personId);
      return vacancyId === null && content ? [{ nominationId, content }] : [];
    }),
    { author: "state", writtenById: author.userId },
  );
  await inviteCandidates(
    tx,
    cases.map(({ id }) => id),
  );
}

const genderOf = (typed: string): Gender => GENDERS.find((gender) => gender === typed) ?? "notStated";

const personOf = ({ file }: SheetNominee) => ({
  givenName: file.givenName,
  familyName: file.familyName,
  email: file.email.toLowerCase(),
  gender: genderOf(file.gender),
  nationality: file.nationalities[0] ?? "",
});

/** Keeps each state's list as it stands with the sheet entered, and confirms it to the state's focal points. */
export async function submitSheetLists(tx: Transaction, author: Author, { importId, call, nominees }: Order) {
  const rowsOf = new Map<string, SheetNominee[]>();
  for (const nominee of nominees) {
    const rows = rowsOf.get(nominee.stateCode) ?? [];
    rows.push(nominee);
    rowsOf.set(nominee.stateCode, rows);
  }
  const lists = [...(await listsOf(tx, call.id, nominees))].map(([stateCode, list]) => {
    const rows = rowsOf.get(stateCode) ?? [];
    // Those of the sheet come first and, entered by now, stand among the others once more.
    const people = list.people.slice(rows.length);
    const { met } = judgeList(call.terms, people, stateCode);
    const { woman: women, man: men, ...others } = tallyOf(people.map(({ gender }) => gender));
    const facts = { callId: call.id, stateCode, women, men, ...others, added: list.added, ruleMet: met };
    return { id: randomUUID(), rows, facts, reason: met ? null : list.reason };
  });
  await insertRows(
    tx,
    "ListSubmission",
    lists.map(({ id, facts, reason }) => ({
      ...{ id, ...facts, reason, submittedById: author.userId, submittedAt: now() },
      ...{ submissionKey: `${importId}:${facts.stateCode}`, submissionHash: submissionHash(facts) },
    })),
  );
  await appendEvents(
    tx,
    author,
    lists.map(({ id, facts, reason }) => ({
      kind: "list.submitted",
      subject: { type: "list", id },
      facts,
      committed: reason === null ? {} : { reason },
    })),
  );
  await confirmLists(
    tx,
    call,
    lists.map(({ id, rows, facts }) => ({
      submissionId: id,
      stateCode: facts.stateCode,
      names: rows.map(({ file }) => `${file.givenName} ${file.familyName}`),
    })),
  );
}
