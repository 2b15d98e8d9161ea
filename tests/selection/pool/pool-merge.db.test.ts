import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { database, inTransaction } from "#app/platform/database.server.ts";
import { findDuplicates } from "#app/selection/duplicate/find-duplicates.server.ts";
import { mergePeople } from "#app/selection/duplicate/merge-people.server.ts";
import { takePeopleApart } from "#app/selection/duplicate/take-people-apart.server.ts";
import { mayAnswerForCadre } from "#app/selection/may-write.queries.server.ts";
import {
  listOwnNominations,
  readOwnNomination,
} from "#app/selection/nomination/own-nomination.queries.server.ts";
import { loadPoolReview } from "#app/selection/pool/pool-review.queries.server.ts";
import { checkData } from "#prisma/check-data.ts";
import { pairOf } from "#tests/support/duplicate-story.ts";
import { must } from "#tests/support/must.ts";
import { aGlobalCall, aPoolNomination } from "#tests/support/pool-story.ts";

/** One person nominated for the cadre by two states under two addresses, found to be alike. */
async function nominatedTwice() {
  const call = await aGlobalCall();
  const familyName = `Q${randomUUID().replaceAll(/[^a-f]/g, "")}mensah`;
  const one = await aPoolNomination(call.callId, "GH", { familyName });
  const other = await aPoolNomination(call.callId, "KE", { familyName, nationalities: ["GH"] });
  const [kept = "", merged = ""] = [one.nominee.personId ?? "", other.nominee.personId ?? ""];
  for (const id of [kept, merged]) await findDuplicates(id);
  const pair = await pairOf(kept, merged);
  if (!pair) throw new Error("The pair was not found");
  return { ...call, one, other, kept, merged, pair };
}

it("of two nominated by the same call for the cadre leaves each state's nomination its review, of the one person", async () => {
  const { officer, one, other, kept, merged, pair } = await nominatedTwice();
  const reviews = () =>
    database().poolReview.findMany({
      where: { nominationId: { in: [one.nominationId, other.nominationId] } },
      orderBy: { nominationId: "asc" },
    });
  const peopleOf = () =>
    Promise.all(
      [one, other].map(async ({ nominationId }) => {
        const review = await inTransaction((tx) => loadPoolReview(tx, nominationId));
        return review?.personId;
      }),
    );
  const ownOf = async (personId: string) =>
    (await listOwnNominations("en", personId)).map(({ id }) => id).toSorted();
  const both = [one.nominationId, other.nominationId].toSorted();
  const before = await reviews();
  expect(await peopleOf()).toEqual([kept, merged]);
  expect(await mayAnswerForCadre(one.nominee, other.nominationId)).toBe(false);

  const merge = { version: pair.version, keptId: kept, note: "The same birth date." };
  must(await mergePeople(officer, { pairId: pair.id, merge }));
  expect(await reviews()).toEqual(before);
  expect(await peopleOf()).toEqual([kept, kept]);
  expect(await ownOf(kept)).toEqual(both);
  expect(await ownOf(merged)).toEqual([]);
  expect((await readOwnNomination("en", other.nominationId))?.personId).toBe(kept);
  expect(await mayAnswerForCadre(one.nominee, other.nominationId)).toBe(true);
  expect(await checkData(database())).toEqual([]);

  const verdict = { version: pair.version + 1, note: "" };
  must(await takePeopleApart(officer, { pairId: pair.id, verdict }));
  expect(await reviews()).toEqual(before);
  expect(await peopleOf()).toEqual([kept, merged]);
  expect(await ownOf(kept)).toEqual([one.nominationId]);
  expect(await mayAnswerForCadre(one.nominee, other.nominationId)).toBe(false);
});
