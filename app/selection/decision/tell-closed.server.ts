import type { Prisma } from "#app/generated/prisma/client.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { paths } from "#app/paths.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import { recusalsOf } from "#app/selection/conflict/recusal.queries.server.ts";
import type { CandidacyState, VacancyState } from "#app/selection/lifecycle.ts";
import { KNOWN_TO_STATE, knownToState } from "#app/selection/nomination/known-nominee.ts";
import { VACANCY_TITLE } from "#app/selection/panel/panel-state.queries.server.ts";

/** Those who still waited for an outcome. */
const WAITING: readonly CandidacyState[] = [
  ...(["nominated", "consented", "screenedIn", "recommended", "suitable", "notRecommended"] as const),
  "selected",
];

/** What telling that a vacancy ended without an appointment needs of it. */
export const CLOSING_FACTS = {
  ...VACANCY_TITLE,
  candidacies: {
    where: { state: { in: [...WAITING] } },
    orderBy: { id: "asc" as const },
    select: {
      id: true,
      state: true,
      nominationId: true,
      nomination: { select: { stateCode: true, ...KNOWN_TO_STATE } },
      person: {
        select: { givenName: true, familyName: true, email: true, user: { select: { locale: true } } },
      },
    },
  },
} satisfies Prisma.VacancySelect;

const waits = (vacancy: VacancyState, candidacy: CandidacyState): boolean =>
  vacancy === "decided" ? candidacy === "selected" : vacancy !== "reopened" || candidacy === "recommended";

interface Closed {
  readonly state: VacancyState;
  readonly post: {
    readonly roleKind: { readonly nameEn: string; readonly nameFr: string };
    readonly mission: { readonly acronym: string };
  };
  readonly candidacies: readonly {
    readonly id: string;
    readonly state: CandidacyState;
    readonly nominationId: string;
    readonly nomination: { readonly stateCode: string | null } & Parameters<typeof knownToState>[0];
    readonly person: {
      readonly givenName: string;
      readonly familyName: string;
      readonly email: string;
      readonly user: { readonly locale: string } | null;
    };
  }[];
}

/**
 * Tells the candidates who waited, and their nominating states, that a post was closed without an appointment; not
 * why, since the reason may touch on one of them. After a decision the others were told before: the selected is, or,
 * where that was declined, those considered again.
 */
export async function tellClosed(tx: Transaction, { state, post, candidacies }: Closed) {
  const waiting = candidacies.filter((one) => waits(state, one.state));
  const stateCodes = waiting.flatMap(({ nomination }) => nomination.stateCode ?? []);
  const focalPoints = await tx.roleGrant.findMany({
    where: { role: "focalPoint", revokedAt: null, stateCode: { in: stateCodes } },
    select: { stateCode: true, user: { select: { id: true, name: true, email: true, locale: true } } },
  });
  const titleIn = (locale: string) => ({
    post: nameIn(locale, post.roleKind),
    mission: post.mission.acronym,
  });
  const recused = await recusalsOf(
    tx,
    waiting.map((one) => one.id),
  );
  for (const { id, nominationId, nomination, person } of waiting) {
    const known = knownToState(nomination);
    const candidate = `${known.givenName} ${known.familyName}`;
    const locale = person.user?.locale ?? "en";
    await queueMail(tx, {
      kind: "closedUnfilled",
      ...{ to: person.email, locale },
      params: {
        name: `${person.givenName} ${person.familyName}`,
        ...titleIn(locale),
        link: paths.myCase(id),
      },
      dedupeKey: `closedUnfilled:${id}`,
    });
    for (const { user } of focalPoints.filter(
      (one) => one.stateCode === nomination.stateCode && !recused(one.user.id, id),
    )) {
      await queueMail(tx, {
        kind: "stateToldClosed",
        ...{ to: user.email, locale: user.locale },
        params: { name: user.name, candidate, ...titleIn(user.locale), link: paths.nomination(nominationId) },
        dedupeKey: `stateToldClosed:${id}:${user.id}`,
      });
    }
  }
}
