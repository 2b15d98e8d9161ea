import { always, because, type Transition } from "#app/access/transition.ts";
import { LEAST_CALL_DAYS, longEnough } from "#app/selection/vacancy/vacancy.ts";

export const CALL_STATES = ["draft", "open", "closed"] as const;
export type CallState = (typeof CALL_STATES)[number];

const call = <Facts>(transition: Transition<CallState, Facts>) => transition;

/** Least characters of the reason why a call ends before its hour. */
const EARLY_REASON = 10;

/** The road of a call: every arrow there is, with what must hold before it is taken. */
export const callTransitions = {
  /** The call is published: its vacancies open with it, and their rubrics freeze. */
  publish: call({
    from: ["draft"],
    to: "open",
    guard: (facts: {
      global: boolean;
      vacancies: number;
      needsNewer: string | null;
      opensAt: Date;
      closesAt: Date | null;
      now: Date;
    }) => {
      if (!facts.global && facts.vacancies === 0) return because("callWithoutVacancy");
      if (facts.needsNewer !== null) return because("needsNewerThanDraft", { reference: facts.needsNewer });
      if (facts.closesAt === null) return because("closingTimeMissing", {}, "closesAt");
      if (facts.closesAt <= facts.now) return because("closingTimePast", {}, "closesAt");
      return longEnough(facts.opensAt, facts.closesAt)
        ? null
        : because("callTooShort", { days: LEAST_CALL_DAYS }, "closesAt");
    },
  }),
  /** Nominations are taken longer than was stated; also after the hour, while the secretariat has not ended it. */
  extend: call({
    from: ["open"],
    to: "open",
    guard: (facts: { closesAt: Date; newClosesAt: Date; decisionDueOn: string | null; now: Date }) => {
      if (facts.newClosesAt <= facts.closesAt) return because("extensionEarlier", {}, "closesAt");
      if (facts.newClosesAt <= facts.now) return because("closingTimePast", {}, "closesAt");
      return facts.decisionDueOn !== null &&
        facts.decisionDueOn <= facts.newClosesAt.toISOString().slice(0, 10)
        ? because("decisionBeforeExtension", {}, "decisionDueOn")
        : null;
    },
  }),
  /** Something is added to what was published, or a slip in it is put right; the rubric stays as it is. */
  amend: call({ from: ["open"], to: "open", guard: always }),
  /** Nominations end: at the end of the grace, though there be none, or before it for a recorded reason. */
  close: call({
    from: ["open"],
    to: "closed",
    guard: (facts: { takesUntil: Date; now: Date; reason: string; global: boolean; nominations: number }) => {
      const early = facts.now < facts.takesUntil;
      if (early && !facts.global && facts.nominations === 0) return because("noNominations");
      return early && facts.reason.trim().length < EARLY_REASON
        ? because("earlyCloseReason", {}, "reason")
        : null;
    },
  }),
  /** Its only post ends without an appointment. */
  endWithVacancy: call({ from: ["open"], to: "closed", guard: always }),
} as const;
