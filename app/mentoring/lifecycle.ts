import { always, because, type Transition } from "#app/access/transition.ts";

export const MENTOR_STATES = ["pledged", "available", "resting"] as const;
export type MentorState = (typeof MENTOR_STATES)[number];

export const NEED_STATES = ["offered", "stated", "matched", "declined"] as const;
export type NeedState = (typeof NEED_STATES)[number];

export const PROPOSAL_STATES = ["proposed", "accepted", "declined", "superseded"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

const mentor = <Facts>(transition: Transition<MentorState, Facts>) => transition;
const need = <Facts>(transition: Transition<NeedState, Facts>) => transition;
const proposal = <Facts>(transition: Transition<ProposalState, Facts>) => transition;

/** The road of a mentor: a state pledges somebody, who says how much they can take, rests, and comes back. */
export const mentorTransitions = {
  /** The mentor confirms or changes what they can do; from then on the matching looks at them. */
  update: mentor({
    from: ["pledged", "available", "resting"],
    to: "available",
    guard: (facts: { activePairs: number; capacity: number }) =>
      facts.capacity < facts.activePairs
        ? because("capacityBelowPairs", { pairs: facts.activePairs }, "capacity")
        : null,
  }),
  /** No new pairs for a while; those at work go on. */
  rest: mentor({ from: ["pledged", "available"], to: "resting", guard: always }),
} as const;

/** An open proposal is answered first: it may say what the leader wanted to say anew, or make it needless. */
const noOpenProposal = (facts: { openProposals: number }) =>
  facts.openProposals > 0 ? because("proposalWaits") : null;

/** The road of a new leader's need of a mentor. */
export const needTransitions = {
  /** The leader says what they want help with; may be said anew, and after having declined, until a pair begins. */
  state: need({ from: ["offered", "stated", "declined"], to: "stated", guard: noOpenProposal }),
  decline: need({ from: ["offered", "stated"], to: "declined", guard: noOpenProposal }),
  /** Both sides have accepted a pair. */
  match: need({ from: ["stated"], to: "matched", guard: always }),
} as const;

/** Who has accepted a proposed pair so far, and what its mentor can take. */
interface AnswerFacts {
  readonly acceptedBefore: boolean;
  readonly mentorState: MentorState;
  readonly activePairs: number;
  readonly capacity: number;
}

const canStart = ({ acceptedBefore, mentorState, activePairs, capacity }: AnswerFacts) => {
  if (acceptedBefore) return because("acceptedAlready");
  return mentorState !== "available" || activePairs >= capacity ? because("mentorHasNoPlace") : null;
};

/** The road of a proposed pair: both accept, or one declines, or a later run of the matching takes its place. */
export const proposalTransitions = {
  /** The first of the two accepts; the proposal waits for the other. */
  accept: proposal({ from: ["proposed"], to: "proposed", guard: canStart }),
  /** The second accepts: the pair begins. */
  conclude: proposal({ from: ["proposed"], to: "accepted", guard: canStart }),
  decline: proposal({ from: ["proposed"], to: "declined", guard: always }),
  supersede: proposal({ from: ["proposed"], to: "superseded", guard: always }),
} as const;
