import { nameIn } from "#app/i18n/languages.ts";
import { countLeaders, readRoleKinds } from "./balance.queries.server.ts";
import type { FigureAsk } from "./figure-ask.ts";
import { leadersByList, leadersByRoleAndLevel } from "./leader-figures.ts";
import { leaderLists, leadersByPost } from "./leaders.ts";
import { type Leaders, readTargets } from "./target.queries.server.ts";
import { parityTarget, type StandingTarget } from "./target.ts";

/** Today's leaders as the public sees them: by list against the target, and by role and level. */
export function leaderFigures(
  { t, format, today }: Pick<FigureAsk, "t" | "format" | "today">,
  { kinds, inPost }: Leaders,
  targets: readonly StandingTarget[],
) {
  const parity = parityTarget(targets);
  const facts = {
    ...{ on: today, taken: today },
    lists: leaderLists(inPost, kinds),
    byPost: leadersByPost(inPost, kinds),
    target: parity ? parity.value / 100 : null,
    roleName: (code: string) => {
      const kind = kinds.find((one) => one.code === code);
      return kind ? nameIn(format.locale, kind) : code;
    },
  };
  return [leadersByList(t, facts), leadersByRoleAndLevel(t, facts)] as const;
}

/** The same, with all that they rest on read. */
export async function readLeaderFigures(ask: FigureAsk) {
  const [inPost, kinds, targets] = await Promise.all([
    countLeaders(ask.today),
    readRoleKinds(),
    readTargets(),
  ]);
  return leaderFigures(ask, { kinds, inPost }, targets);
}
