/** Who holds a post from a month on, as far as it is known today; null: nobody. */
export interface KnownHolder {
  /** Months from today; 0 is today. */
  readonly from: number;
  readonly woman: boolean | null;
}

/** A post as it is projected. Months are counted from today. */
export interface ProjectedPost {
  /** In their order, the first from 0: the holder, and a successor who is appointed already. */
  readonly holders: readonly KnownHolder[];
  /** The month in which the last known term ends or, of a post that nobody holds, in which it is filled; 1 or later. */
  readonly opensAt: number;
}

/** What is assumed about every post and every appointment. */
export interface Assumptions {
  /** How likely a term is renewed when it ends, 0 to 1; the same for women and men. */
  readonly renewal: number;
  /** How likely a woman is appointed, 0 to 1. */
  readonly share: number;
  /** How long a new or renewed term lasts, in months. */
  readonly termMonths: number;
  /** So many months are looked ahead. */
  readonly horizon: number;
}

/** The months up to the horizon in which a post's term ends: the first is known, each further one a term later. */
export function openings(post: ProjectedPost, { termMonths, horizon }: Assumptions): readonly number[] {
  const months: number[] = [];
  for (let month = post.opensAt; month <= horizon; month += termMonths) months.push(month);
  return months;
}

const lastKnown = ({ holders }: ProjectedPost) => holders.at(-1)?.woman ?? null;

/** The known holder of a post in a month before it opens. */
const knownIn = ({ holders }: ProjectedPost, month: number): boolean | null =>
  holders.findLast(({ from }) => from <= month)?.woman ?? null;

/** Whether anybody holds the post in a month: it is filled again in the month in which it opens. */
export const isFilled = (post: ProjectedPost, month: number): boolean =>
  month >= post.opensAt || knownIn(post, month) !== null;

/**
 * How likely a woman holds the post in each month from 0 to the horizon. At every opening the holder stays with the
 * renewal rate, otherwise a woman follows with the share; a post that nobody holds is filled for certain.
 */
export function womanByMonth(post: ProjectedPost, assumptions: Assumptions): Float64Array {
  const { renewal, share, horizon } = assumptions;
  const likely = new Float64Array(horizon + 1);
  const opens = new Set(openings(post, assumptions));
  const last = lastKnown(post);
  let woman = last === true ? 1 : 0;
  let renewable = last === null ? 0 : renewal;
  for (let month = 0; month <= horizon; month += 1) {
    if (opens.has(month)) {
      woman = renewable * woman + (1 - renewable) * share;
      renewable = renewal;
    }
    likely[month] = month < post.opensAt ? Number(knownIn(post, month) === true) : woman;
  }
  return likely;
}

/** The changes of a post that are known today: in that month so many women more or fewer. */
export const knownChanges = ({ holders }: ProjectedPost): readonly { month: number; change: number }[] =>
  holders.slice(1).map(({ from, woman }, index) => ({
    month: from,
    change: Number(woman === true) - Number(holders[index]?.woman === true),
  }));

/** How an opening changes the number of women, where it is the post's first: probabilities of one more and one fewer. */
export function firstOpening(
  post: ProjectedPost,
  { renewal, share }: Assumptions,
): { readonly more: number; readonly fewer: number } {
  const last = lastKnown(post);
  if (last === null) return { more: share, fewer: 0 };
  return last ? { more: 0, fewer: (1 - renewal) * (1 - share) } : { more: (1 - renewal) * share, fewer: 0 };
}

/** Appointments to expect up to a month: every opening that is no renewal. */
export function expectedAppointments(
  posts: readonly ProjectedPost[],
  assumptions: Assumptions,
  month: number,
): number {
  return posts.reduce((sum, post) => {
    const opens = openings(post, assumptions).filter((one) => one <= month).length;
    if (opens === 0) return sum;
    const certain = lastKnown(post) === null ? 1 : 0;
    return sum + certain + (opens - certain) * (1 - assumptions.renewal);
  }, 0);
}
