import { always, because, type Transition } from "#app/access/transition.ts";

export const MENTOR_STATES = ["pledged", "confirmed", "briefed", "available", "resting"] as const;
export type MentorState = (typeof MENTOR_STATES)[number];

export const NEED_STATES = ["offered", "stated", "matched", "declined"] as const;
export type NeedState = (typeof NEED_STATES)[number];

export const RUN_STATES = [
  "waiting",
  "solving",
  "draft",
  "published",
  "discarded",
  "refused",
  "failed",
] as const;
export type RunState = (typeof RUN_STATES)[number];

export const PROPOSAL_STATES = ["drafted", "proposed", "accepted", "declined", "superseded"] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

const mentor = <Facts>(transition: Transition<MentorState, Facts>) => transition;
const need = <Facts>(transition: Transition<NeedState, Facts>) => transition;
const run = <Facts>(transition: Transition<RunState, Facts>) => transition;
const proposal = <Facts>(transition: Transition<ProposalState, Facts>) => transition;

/** What a profile says of capacity against the pairs held. */
interface Load {
  readonly activePairs: number;
  readonly capacity: number;
}

const carriesLoad = ({ activePairs, capacity }: Load) =>
  capacity < activePairs ? because("capacityBelowPairs", { pairs: activePairs }, "capacity") : null;

const keepsProfile = <S extends MentorState>(state: S) =>
  ({ from: [state], to: state, guard: carriesLoad }) as const;

/** What a mentor has been through before the first pair. */
interface Readiness {
  readonly stepsLeft: number;
  readonly codeAcknowledged: boolean;
}

const isReady = ({ stepsLeft, codeAcknowledged }: Readiness) => {
  if (!codeAcknowledged) return because("codeNotAcknowledged");
  return stepsLeft > 0 ? because("inductionLeft", { steps: stepsLeft }) : null;
};

/**
 * The road of a mentor: pledged by a state, confirmed by the person, briefed once the induction is done and the code of
 * conduct acknowledged, and from then on available for pairs or resting. The matching looks at `available` alone.
 */
export const mentorTransitions = {
  /** The person confirms what the state has pledged, by saying what they can do. */
  confirm: mentor({ from: ["pledged"], to: "confirmed", guard: carriesLoad }),
  /** The profile is kept current; that changes nothing about where the mentor stands. */
  keep: {
    confirmed: mentor(keepsProfile("confirmed")),
    briefed: mentor(keepsProfile("briefed")),
    available: mentor(keepsProfile("available")),
    resting: mentor(keepsProfile("resting")),
  },
  brief: mentor({ from: ["confirmed"], to: "briefed", guard: isReady }),
  /** The mentor takes new pairs for the first time. */
  open: mentor({ from: ["briefed"], to: "available", guard: isReady }),
  /**
   * The mentor takes new pairs again. Only who was in the pool rests, so the induction is behind them; who was in it
   * before there were inductions has only the code to read.
   */
  reopen: mentor({
    from: ["resting"],
    to: "available",
    guard: ({ codeAcknowledged }: Pick<Readiness, "codeAcknowledged">) =>
      codeAcknowledged ? null : because("codeNotAcknowledged"),
  }),
  /** No new pairs for a while; those at work go on. */
  rest: mentor({ from: ["available"], to: "resting", guard: always }),
  /** The mentor leaves. Who was in the pool rests, and so may come back by `reopen`. */
  leave: mentor({ from: ["available", "resting"], to: "resting", guard: always }),
  /** Who leaves before having been in the pool stands where the state's pledge put them: the way in is the whole way. */
  leaveEarly: mentor({ from: ["pledged", "confirmed", "briefed"], to: "pledged", guard: always }),
} as const;

/** The road of a run once its job is done: a draft is published as proposals, or set aside. */
export const runTransitions = {
  publish: run({ from: ["draft"], to: "published", guard: always }),
  discard: run({ from: ["draft", "refused", "failed"], to: "discarded", guard: always }),
} as const;

/** An open proposal is answered first: it may say what the leader wanted to say anew, or make it needless. */
const noOpenProposal = (facts: { openProposals: number }) =>
  facts.openProposals > 0 ? because("proposalWaits") : null;

/** What became of a need beside the pair that ended. */
export interface OtherPairs {
  /** Another pair of the same need is at work. */
  readonly otherAtWork: boolean;
  /** Another pair of the same need began after this one. */
  readonly laterPair: boolean;
}

/** A leader has one mentor at a time for a need. */
const noOtherPair = ({ otherAtWork }: Pick<OtherPairs, "otherAtWork">) =>
  otherAtWork ? because("otherPairAtWork") : null;

const isLatestPair = (pairs: OtherPairs) =>
  noOtherPair(pairs) ?? (pairs.laterPair ? because("laterPair") : null);

/** The road of a new leader's need of a mentor. */
export const needTransitions = {
  /** The leader says what they want help with; may be said anew, and after having declined, until a pair begins. */
  state: need({ from: ["offered", "stated", "declined"], to: "stated", guard: noOpenProposal }),
  decline: need({ from: ["offered", "stated"], to: "declined", guard: noOpenProposal }),
  /** Both sides have accepted a pair. */
  match: need({ from: ["stated"], to: "matched", guard: always }),
  /** The pair has ended, and the leader wants another mentor. */
  reopen: need({ from: ["matched"], to: "stated", guard: noOtherPair }),
  /** The leader asks for another on the page of a pair that ended before: of several the latest is the one to ask on. */
  askAgain: need({ from: ["matched"], to: "stated", guard: isLatestPair }),
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
