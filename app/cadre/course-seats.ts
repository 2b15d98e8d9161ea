/** One nomination that is seated or waits, as the allotment looks at it. */
export interface Place {
  readonly id: string;
  readonly woman: boolean;
  readonly seated: boolean;
}

/** What an intake allots its seats by. */
export interface SeatRule {
  readonly seats: number;
  /** The share of the seats kept for women, 0 to 100. */
  readonly womenPercent: number;
  /** Whether the last day of nominations has passed. */
  readonly closed: boolean;
}

/** How many of so many seats are kept for women: the share, rounded up. */
export const keptForWomen = ({ seats, womenPercent }: Pick<SeatRule, "seats" | "womenPercent">): number =>
  Math.ceil((seats * womenPercent) / 100);

/**
 * Who is seated next, in the order of the waiting list.
 *
 * Until nominations close, the seats kept for women stay free for them, and everybody else shares the rest. Once they
 * have closed, a free seat goes to the first woman who waits as long as fewer women are seated than seats were kept;
 * otherwise to whoever waited longest, so that no seat stays empty while somebody waits. Seats once given are never
 * taken back by it. The rule is Cadre's own (issue 6: a gender rule per intake); its share is a setting of each course.
 *
 * @param places everybody seated or waiting, in the order in which they were nominated
 * @returns the ids to be seated now, in the order in which they get their seats
 */
export function nextSeats(rule: SeatRule, places: readonly Place[]): readonly string[] {
  const waiting = places.filter(({ seated }) => !seated);
  const taken = places.filter(({ seated }) => seated);
  let women = taken.filter(({ woman }) => woman).length;
  let others = taken.length - women;
  const next: string[] = [];
  while (women + others < rule.seats) {
    const at = firstInLine(rule, waiting, { women, others });
    const [one] = at < 0 ? [] : waiting.splice(at, 1);
    if (!one) break;
    next.push(one.id);
    if (one.woman) women += 1;
    else others += 1;
  }
  return next;
}

function firstInLine(
  rule: SeatRule,
  waiting: readonly Place[],
  { women, others }: { readonly women: number; readonly others: number },
): number {
  const kept = keptForWomen(rule);
  if (!rule.closed) return waiting.findIndex(({ woman }) => woman || others < rule.seats - kept);
  const woman = women < kept ? waiting.findIndex((place) => place.woman) : -1;
  return woman >= 0 || waiting.length === 0 ? woman : 0;
}
