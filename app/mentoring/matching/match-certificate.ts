import type { Matching, MatchProblem } from "./match-problem.ts";

/** What a matching or its certificate can fail to hold. */
export type CertificateFault =
  | "everybodyOnce"
  | "pins"
  | "allowed"
  | "capacity"
  | "units"
  | "totals"
  | "gain"
  | "price";

/**
 * Checks, without solving anything, that no other assignment is better than this one.
 *
 * It shares no code with the solver: feasibility, the units, and complementary slackness (linear programming duality;
 * Ahuja, Magnanti & Orlin 1993, §9.3 and §14.3) are worked out from the problem and the certificate alone.
 *
 * Why it is a proof: take any other assignment that keeps the pins. Each of its pairs is worth at most gain +
 * price, each gain is 0 or more, and no other load makes price × load − load² larger. So it is worth at most what
 * this one is.
 *
 * @returns the names of the conditions that fail; an empty list means verified
 */
export function verifyMatching(problem: MatchProblem, matching: Matching): readonly CertificateFault[] {
  const faults = new Set<CertificateFault>();
  const hold = (condition: boolean, fault: CertificateFault) => condition || faults.add(fault);
  const { unitMatch, unitScore, gain, price } = matching.certificate;
  const mentorOf = new Map(matching.pairs.map((pair) => [pair.menteeId, pair.mentorId]));
  const pinned = new Set(problem.pinned.map((pair) => pair.menteeId));
  const listed = new Set([...mentorOf.keys(), ...matching.unmatched]);
  const everybody = matching.pairs.length + matching.unmatched.length === problem.menteeIds.length;
  hold(everybody && problem.menteeIds.every((id) => listed.has(id)), "everybodyOnce");
  hold(
    problem.pinned.every((pin) => mentorOf.get(pin.menteeId) === pin.mentorId),
    "pins",
  );

  let [highest, total, spread] = [0, 0, 0];
  problem.menteeIds.forEach((menteeId, i) => {
    const own = gain[menteeId] ?? Number.NaN;
    const free = !pinned.has(menteeId);
    const mentorIndex = problem.mentors.findIndex((mentor) => mentor.id === mentorOf.get(menteeId));
    hold(!mentorOf.has(menteeId) || typeof problem.scores[i]?.[mentorIndex] === "number", "allowed");
    if (free) hold(mentorOf.has(menteeId) ? own >= 0 : own === 0, "gain");
    problem.mentors.forEach((mentor, j) => {
      const score = problem.scores[i]?.[j] ?? null;
      if (score === null) return;
      const over = own + (price[mentor.id] ?? Number.NaN) - (unitMatch + unitScore * score);
      if (free) hold(j === mentorIndex ? over === 0 : over >= 0, "gain");
      highest = Math.max(highest, score);
      total += j === mentorIndex ? score : 0;
    });
  });
  let heaviest = 0;
  for (const mentor of problem.mentors) {
    const given = matching.pairs.filter((pair) => pair.mentorId === mentor.id);
    const load = mentor.held + given.length;
    const own = price[mentor.id] ?? Number.NaN;
    hold(given.length <= mentor.capacity, "capacity");
    if (given.length < mentor.capacity) hold(own <= 2 * load + 1, "price");
    if (given.some((pair) => !pinned.has(pair.menteeId))) hold(own >= 2 * load - 1, "price");
    heaviest = Math.max(heaviest, mentor.held + mentor.capacity);
    spread += load * load;
  }
  const free = problem.menteeIds.length - pinned.size;
  hold(unitScore > free * 2 * heaviest, "units");
  hold(unitMatch > unitScore * free * highest + free * 2 * heaviest, "units");
  hold(Number.isSafeInteger(unitMatch * (free + 1)) && Number.isSafeInteger(unitScore), "units");
  hold(total === matching.score && spread === matching.spread, "totals");
  return [...faults];
}
