import type { Actor } from "#app/access/actor.ts";
import { GENDERS, type Gender } from "#app/gender/counts.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { takesNominations } from "#app/selection/call/call.ts";
import { isFor, readCallFacts } from "#app/selection/call/call-facts.queries.server.ts";
import { nameOfCall } from "#app/selection/call/call-title.ts";
import { TOLD_BY, toldOf } from "#app/selection/candidate/told.ts";
import { withheldCandidacies } from "#app/selection/conflict/recusal.queries.server.ts";
import { KNOWN_TO_STATE, knownToState } from "./known-nominee.ts";
import { listedOf, readRegions, seenOf } from "./list-facts.queries.server.ts";
import { judgeList, type ListFinding, mostOfList } from "./list-rule.ts";
import { statusOfNomination } from "./nomination-status.ts";
import { ADVISED_FOR_A_POST, checkFile, chosenVacancies } from "./nominee-check.ts";
import { draftFileOf } from "./nominee-file.ts";

/** Drafts and submissions a list page shows at once; longer lists come from an import and are cut with a word. */
const SHOWN = 200;

/**
 * A state's list for one call: drafts and nominees side by side, and how it stands towards the rule. The rule counts all
 * that the state put forward; a nominee from whose case the reader is recused is not shown.
 */
export async function readList(actor: Pick<Actor, "userId" | "locale">, callId: string, stateCode: string) {
  const { locale } = actor;
  const moment = now();
  const call = await readCallFacts(database(), callId, moment);
  if (!call || !isFor(call, stateCode)) return null;
  const [drafts, nominations, submissions, withheld] = await Promise.all([
    database().nomineeDraft.findMany({
      where: { callId, stateCode, submittedAt: null },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: SHOWN,
      select: {
        id: true,
        version: true,
        content: true,
        updatedAt: true,
        documents: { select: { kind: true } },
      },
    }),
    database().nomination.findMany({
      where: { callId, stateCode },
      orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
      take: SHOWN,
      select: {
        id: true,
        state: true,
        additional: true,
        submittedAt: true,
        inGrace: true,
        personId: true,
        vacancyId: true,
        withdrawnReason: true,
        vacancy: { select: { state: true } },
        ...KNOWN_TO_STATE,
        candidacy: {
          select: { ...KNOWN_TO_STATE.candidacy.select, id: true, state: true, letters: TOLD_BY },
        },
        poolReview: { select: { state: true } },
      },
    }),
    database().listSubmission.findMany({
      where: { callId, stateCode },
      orderBy: [{ submittedAt: "desc" }, { id: "desc" }],
      take: 20,
      select: {
        id: true,
        submittedAt: true,
        added: true,
        ruleMet: true,
        reason: true,
        women: true,
        men: true,
      },
    }),
    withheldCandidacies(database(), actor),
  ]);
  const today = moment.toISOString().slice(0, 10);
  const { vacancies } = call;
  const read = drafts.map(({ id, version, content, updatedAt, documents }) => {
    const file = draftFileOf(content);
    const kinds = documents.map(({ kind }) => kind);
    const checked = checkFile(file, kinds, { today, vacancies, self: false });
    return {
      ...{ id, version },
      name: `${file.givenName} ${file.familyName}`.trim(),
      gender: genderOf(file.gender),
      nationalities: [...new Set(file.nationalities.filter(Boolean))],
      additional: file.additional === "on",
      posts: chosenVacancies(file, vacancies).map((vacancy) => vacancy.id),
      savedAt: updatedAt.toISOString(),
      gaps: checked.ok ? 0 : checked.gaps.length,
    };
  });
  const standing = nominations.filter(({ state }) => state === "submitted");
  const people = [...new Map(standing.map((one) => [one.personId, one])).values()].map(seenOf);
  const codes = [...people, ...read].flatMap(({ nationalities }) => nationalities);
  const regions = await readRegions(database(), codes);
  const judge = (list: readonly Parameters<typeof listedOf>[0][]): ListFinding =>
    judgeList(
      call.terms,
      list.map((one) => listedOf(one, regions)),
      stateCode,
    );
  return {
    call: {
      ...{ id: call.id, reference: call.reference, timeZone: call.timeZone, phase: call.phase },
      name: nameOfCall(locale, call),
      opensAt: call.opensAt?.toISOString() ?? null,
      closesAt: call.closesAt?.toISOString() ?? null,
      takesUntil: call.takesUntil?.toISOString() ?? null,
      open: takesNominations(call.phase),
      rule: call.terms.rule,
      most: mostOfList(call.terms),
      vacancies: vacancies.map(({ id, component, post }) => ({
        ...{ id, component },
        name: `${nameIn(locale, post.roleKind)}, ${post.mission.acronym}`,
      })),
    },
    terms: call.terms,
    stateCode,
    regions: [...regions],
    drafts: read,
    people,
    nominations: nominations
      .filter(({ candidacy }) => !withheld.includes(candidacy?.id ?? ""))
      .map((nomination) => {
        const { id, state, additional, inGrace, personId, vacancyId, withdrawnReason } = nomination;
        const known = knownToState(nomination);
        const vacancyState = nomination.vacancy?.state ?? null;
        return {
          ...{ id, state, additional, inGrace, personId, vacancyId, withdrawnReason },
          name: `${known.givenName} ${known.familyName}`,
          gender: known.gender,
          submittedAt: nomination.submittedAt.toISOString(),
          status: statusOfNomination({
            ...{ state, vacancyState },
            candidacyState: nomination.candidacy?.state ?? null,
            told: toldOf("state", nomination.candidacy?.letters ?? [], vacancyState === "closed"),
            reviewState: nomination.poolReview?.state ?? null,
          }),
        };
      }),
    submissions: submissions.map(({ submittedAt, ...one }) => ({
      ...one,
      submittedAt: submittedAt.toISOString(),
    })),
    finding: { submitted: judge(people), withDrafts: judge([...people, ...read]) },
    crowded: crowdedPosts(vacancies, standing, read),
  };
}
export type ListPage = NonNullable<Awaited<ReturnType<typeof readList>>>;

const genderOf = (typed: string): Gender => GENDERS.find((gender) => gender === typed) ?? "notStated";

/** Military and police posts with more nominees than are advised, drafts included. */
function crowdedPosts(
  vacancies: readonly { readonly id: string; readonly component: string }[],
  nominations: readonly { readonly vacancyId: string | null }[],
  drafts: readonly { readonly posts: readonly string[] }[],
) {
  return vacancies.flatMap(({ id, component }) => {
    if (component === "civilian") return [];
    const submitted = nominations.filter(({ vacancyId }) => vacancyId === id).length;
    const count = submitted + drafts.filter(({ posts }) => posts.includes(id)).length;
    return count > ADVISED_FOR_A_POST ? [{ vacancyId: id, count }] : [];
  });
}
