import type { Refusal } from "#app/access/result.ts";
import { because } from "#app/access/transition.ts";
import { orderIsSure, type RankingFigures } from "#app/selection/ranking/ranking-figures.ts";

/** A ground says something when it has so many characters. */
export const GROUND_LENGTH = 40;

/** What a choice has to be argued for beside its reasons. */
export interface GroundsNeeded {
  /** The candidacies that the figures cannot tell from the one chosen. */
  readonly tiedWith: readonly string[];
  /** The candidacies that surely stand above the one chosen. */
  readonly passedOver: readonly string[];
}

/**
 * What a choice among the recommended must give a ground for, by the figures of the signed report. Two whose order is
 * not known to hold in 90 % of draws (METHOD §4) are tied: what decided between them did not come from the marks. Where the
 * order holds and the other stands above, the choice departs from it. Where nothing could be ranked, everybody is tied.
 *
 * @param available the recommended who can still be selected, in any order; the one chosen may be among them
 */
export function groundsNeeded(
  figures: RankingFigures,
  chosen: string,
  available: readonly string[],
): GroundsNeeded {
  const place = (id: string) => figures.rows.findIndex(({ candidacyId }) => candidacyId === id);
  const others = available.filter((id) => id !== chosen);
  const sure = (other: string) => orderIsSure(figures, [chosen, other]) || standApart(figures, chosen, other);
  return {
    tiedWith: others.filter((other) => !sure(other)),
    passedOver: others.filter((other) => sure(other) && place(other) < place(chosen)),
  };
}

/**
 * Whether the 90 % rank intervals of two do not touch. Each leaves less than 5 % of draws beyond either end, so that the order
 * of the two holds in more than 90 % (Boole's inequality), whatever their neighbours in between do.
 */
function standApart({ rows }: RankingFigures, one: string, other: string): boolean {
  const [a, b] = [one, other].map((id) => rows.find((row) => row.candidacyId === id)?.rankInterval);
  return Boolean(a && b && (a.worst < b.best || b.worst < a.best));
}

/** The grounds given with a choice; empty where none was. */
export interface Grounds {
  readonly tieBreak: string;
  readonly departure: string;
}

/** Why a choice is not accepted with these grounds, beside the field that wants one; null where none is wanting. */
export function refuseGrounds(needed: GroundsNeeded, given: Grounds): Refusal | null {
  if (needed.tiedWith.length > 0 && given.tieBreak.trim().length < GROUND_LENGTH)
    return because(
      "tieBreakMissing",
      { count: needed.tiedWith.length, characters: GROUND_LENGTH },
      "tieBreak",
    );
  if (needed.passedOver.length > 0 && given.departure.trim().length < GROUND_LENGTH)
    return because(
      "departureMissing",
      { count: needed.passedOver.length, characters: GROUND_LENGTH },
      "departure",
    );
  return null;
}
