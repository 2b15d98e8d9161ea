import type { Actor } from "./actor.ts";
import {
  anyOf,
  is,
  type Nothing,
  type OfPerson,
  type OfState,
  oneself,
  overseers,
  ownState,
  type Rules,
  secretariat,
} from "./permission.ts";

/** The two people of a mentoring pair. */
export interface PairFacts {
  readonly mentorPersonId: string;
  readonly menteePersonId: string;
}

/** From the pledge of a mentor to the lessons of a pair. */
export interface MentoringResources {
  "mentor.pledge": OfState;
  "mentor.read": Nothing;
  "mentor.induct": Nothing;
  "mentor.readStandard": Nothing;
  "mentor.publishStandard": Nothing;
  "mentor.readOwn": Nothing;
  "mentor.update": OfPerson;
  "need.state": OfPerson;
  "match.run": Nothing;
  "match.read": Nothing;
  "proposal.answer": PairFacts;
  "engagement.ask": Nothing;
  "engagement.list": Nothing;
  "engagement.listOwn": Nothing;
  "engagement.end": PairFacts;
  "engagement.extend": PairFacts;
  "session.schedule": PairFacts;
  "feedback.give": PairFacts;
  "programme.read": Nothing;
  "pledgeCall.write": Nothing;
  "pledgeCall.list": Nothing;
  "pledgeCall.readOwn": OfState;
  "lesson.contribute": PairFacts;
  "lesson.change": { readonly authorId: string | null };
  "lesson.review": Nothing;
  "lesson.readReviews": Nothing;
  "lesson.search": Nothing;
  "agreement.write": PairFacts;
  "review.answer": PairFacts;
  "handOver.share": OfPerson;
  "mentor.leave": OfPerson;
  "concern.raise": PairFacts;
  "concern.listOwn": Nothing;
  "concern.follow": OfPerson;
  "concern.handle": { readonly handlerId: string };
  "concern.nameContact": Nothing;
  "note.write": PairFacts;
  "note.readProgramme": Nothing;
  "calendar.keepOwn": Nothing;
}

/** The side of a mentoring pair that an actor acts on; null for who acts on neither. */
export const pairSide = ({ role }: Pick<Actor, "role">): "mentor" | "mentee" | null =>
  role === "mentor" || role === "mentee" ? role : null;

const ownMentoring = (actor: Actor, facts: OfPerson) => actor.role === "mentor" && oneself(actor, facts);
const ownNeed = (actor: Actor, facts: OfPerson) => actor.role === "mentee" && oneself(actor, facts);
const inPair = (actor: Actor, { mentorPersonId, menteePersonId }: PairFacts) =>
  ownMentoring(actor, { personId: mentorPersonId }) || ownNeed(actor, { personId: menteePersonId });

export const mentoringRules: Rules<MentoringResources> = {
  "mentor.pledge": anyOf(ownState, secretariat),
  "mentor.read": overseers,
  "mentor.induct": secretariat,
  "mentor.readStandard": overseers,
  "mentor.publishStandard": secretariat,
  "mentor.readOwn": is("mentor"),
  "mentor.update": ownMentoring,
  "need.state": ownNeed,
  "match.run": secretariat,
  "match.read": overseers,
  "proposal.answer": inPair,
  "engagement.ask": secretariat,
  "engagement.list": overseers,
  "engagement.listOwn": is("mentor", "mentee"),
  "engagement.end": inPair,
  "engagement.extend": inPair,
  "session.schedule": inPair,
  "feedback.give": inPair,
  "programme.read": overseers,
  "pledgeCall.write": secretariat,
  "pledgeCall.list": overseers,
  "pledgeCall.readOwn": ownState,
  "lesson.contribute": inPair,
  "lesson.change": (actor, { authorId }) =>
    authorId !== null && pairSide(actor) !== null && actor.personId === authorId,
  "lesson.review": secretariat,
  "lesson.readReviews": overseers,
  "lesson.search": is("mentor", "mentee", "secretariat", "auditor"),
  "agreement.write": inPair,
  "review.answer": inPair,
  "handOver.share": ownNeed,
  "mentor.leave": anyOf(ownMentoring, secretariat),
  "concern.raise": inPair,
  "concern.listOwn": is("mentor", "mentee", "secretariat"),
  "concern.follow": (actor, facts) =>
    (actor.role === "mentor" || actor.role === "mentee") && oneself(actor, facts),
  "concern.handle": (actor, facts) => secretariat(actor) && actor.userId === facts.handlerId,
  "concern.nameContact": secretariat,
  "note.write": inPair,
  "note.readProgramme": overseers,
  "calendar.keepOwn": is("mentor", "mentee"),
};
