import { describe, expect, it } from "vitest";
import { database } from "#app/platform/database.server.ts";
import { readCandidacy } from "#app/selection/candidate/candidacy.queries.server.ts";
import { candidateFileOf } from "#app/selection/candidate/candidate-file.ts";
import { correctFile } from "#app/selection/candidate/correct-file.server.ts";
import { giveConsent } from "#app/selection/candidate/give-consent.server.ts";
import { readCorrectionPage } from "#app/selection/candidate/own-forms.queries.server.ts";
import { asCandidate, asNominee, someConsent } from "#tests/support/candidacy-story.ts";
import { must } from "#tests/support/must.ts";
import { aNomination, anOpenCall } from "#tests/support/selection-story.ts";

/** One person nominated for two posts, who has consented to both. */
async function aPersonWithTwoCases(...missions: readonly [string, string]) {
  const [first, second] = [await anOpenCall(missions[0]), await anOpenCall(missions[1])];
  const one = await aNomination(first.vacancyId);
  const { personId, userId } = one;
  const nominatedAgain = await database().nomination.findUniqueOrThrow({
    where: { id: one.nominationId },
    omit: { id: true, vacancyId: true, callId: true, submissionKey: true },
  });
  const other = await database().nomination.create({
    data: {
      ...{ ...nominatedAgain, vacancyId: second.vacancyId, callId: second.callId },
      submissionKey: `again:${personId}`,
      candidacy: { create: { vacancyId: second.vacancyId, personId } },
    },
    select: { candidacy: { select: { id: true } } },
  });
  const cases = { first: one.candidacyId, second: other.candidacy?.id ?? "" };
  for (const candidacyId of Object.values(cases))
    must(await giveConsent(asNominee(one), { candidacyId, form: someConsent() }));
  return { ...cases, candidate: { ...asCandidate(one), userId }, officer: first.officer };
}

describe("a person with two cases", () => {
  it("corrects the file for one of them, and the other reads what was stated for it", async () => {
    const { first, second, candidate, officer } = await aPersonWithTwoCases("UNMISS", "MINUSCA");
    const page = await readCorrectionPage(first);
    const { attestation, consentVacancy, consentCadre, consentMentoring, consentStatistics, ...file } =
      someConsent({ currentPost: "Minister of defence", seniorYears: 5 });
    must(
      await correctFile(candidate, {
        candidacyId: first,
        form: {
          ...file,
          ...{ basedOn: page?.version ?? 0, givenName: page?.file.givenName ?? "" },
          ...{ familyName: page?.file.familyName ?? "", nationalities: page?.file.nationalities ?? [] },
        },
      }),
    );
    const [changed, untouched] = await Promise.all([
      readCandidacy(officer, first),
      readCandidacy(officer, second),
    ]);
    expect(changed?.file.profile).toMatchObject({ currentPost: "Minister of defence", seniorYears: 5 });
    expect(untouched?.file.profile).toMatchObject({ currentPost: "Ambassador at large", seniorYears: 20 });
    const years = (read: typeof changed) => read?.checks.find(({ key }) => key === "seniorYears")?.suggestion;
    expect([years(changed), years(untouched)]).toEqual(["notMet", "met"]);
    expect((await readCorrectionPage(second))?.file.currentPost).toBe("Ambassador at large");
  });

  it("keeps in the next version of a case what that case said, not what the other said", async () => {
    const { first, second, candidate } = await aPersonWithTwoCases("UNIFIL", "UNISFA");
    const correct = async (candidacyId: string, changes: Parameters<typeof someConsent>[0]) => {
      const page = await readCorrectionPage(candidacyId);
      const { attestation, consentVacancy, consentCadre, consentMentoring, consentStatistics, ...file } =
        someConsent(changes);
      const { givenName = "", familyName = "", nationalities = [] } = page?.file ?? {};
      const form = { ...file, givenName, familyName, nationalities, basedOn: page?.version ?? 0 };
      must(await correctFile(candidate, { candidacyId, form }));
    };
    await correct(first, { deployableDays: 10 });
    await correct(second, { fieldMissions: 7 });
    const { content } = await database().fileVersion.findFirstOrThrow({
      where: { candidacyId: second },
      orderBy: { number: "desc" },
      select: { content: true },
    });
    expect(candidateFileOf(content)).toMatchObject({ deployableDays: 45, fieldMissions: 7 });
  });
});
