import {
  anyOf,
  is,
  type Nothing,
  type OfState,
  overseers,
  ownState,
  type Rules,
  secretariat,
} from "./permission.ts";

/** What is counted of women and men, the targets, and who answers for them. */
export interface BalanceResources {
  /** Counts of people below what the release tells (METHOD § 6): of whoever is not public by name, and of running choices. */
  "gender.readExact": Nothing;
  /** What a count may be broken down by that is nobody's business but theirs: gender identities apart, age, disability, health. */
  "gender.readSensitive": Nothing;
  /** In which criterion, and with which assessor, the scores of women and men part. */
  "gender.readGaps": Nothing;
  "accountability.read": Nothing;
  "accountability.readState": OfState;
  "target.read": Nothing;
  "target.set": Nothing;
  "uniformed.import": Nothing;
  "uniformed.readImports": Nothing;
  "projection.read": Nothing;
  "services.report": OfState;
  "services.read": OfState;
  "services.list": Nothing;
}

/** Who chooses, runs and examines the selection: they read what everybody answers for. */
const answering = is("secretariat", "auditor", "decisionMaker");
const everybody = () => true;

export const balanceRules: Rules<BalanceResources> = {
  "gender.readExact": overseers,
  "gender.readSensitive": overseers,
  "gender.readGaps": overseers,
  "accountability.read": answering,
  "accountability.readState": anyOf(ownState, answering),
  "target.read": everybody,
  "target.set": secretariat,
  "uniformed.import": secretariat,
  "uniformed.readImports": overseers,
  "projection.read": everybody,
  "services.report": ownState,
  "services.read": anyOf(ownState, overseers),
  "services.list": overseers,
};
