import type { Samples } from "./demo-samples.ts";
import { accountRoutes } from "./routes/account-routes.ts";
import { balanceRoutes } from "./routes/balance-routes.ts";
import { cadreRoutes } from "./routes/cadre-routes.ts";
import { mentoringRoutes } from "./routes/mentoring-routes.ts";
import { nominationRoutes } from "./routes/nomination-routes.ts";
import { panelRoutes } from "./routes/panel-routes.ts";
import type { RouteCases } from "./routes/route-case.ts";

/** Routes that only take what is posted: opened by hand they are not there. */
export const POSTED_ONLY: readonly string[] = [
  "decisions.$vacancyId_.release",
  "invitations.$token_.decline",
  "language",
  "mentor-profile_.rest",
  "mentor-profile_.open",
  "mentors.$mentorId_.induction",
  "mentorship-needs.$needId_.findings",
  "matching_.$runId_.publish",
  "matching_.$runId_.discard",
  "matching_.$runId_.check",
  "my-membership_.change",
  "my-membership_.interest",
  "my-membership_.invitation",
  "my-nominations.$nominationId_.consents",
  "panels.$panelId_.sheets.$candidacyId_.autosave",
  "questions.$questionId_.retire",
  "role",
  "screen-sharing",
  "sign-out",
  "slots.$offerId_.withdraw",
  "matching_.run",
  "concerns.$concernId_.close",
  "concerns.$concernId_.hand-over",
  "engagements.$engagementId_.another-mentor",
  "engagements.$engagementId_.hand-over",
  "uniformed.imports.$importId_.drop",
];

/** Routes told by tests of their own: they need a link that was just mailed, or a server of another kind. */
export const TOLD_ELSEWHERE: readonly string[] = [
  "my-cases.$candidacyId_.questions",
  "invitations.$token",
  "$",
  "sign-in_.link",
  "calendar-feeds.$token[.]ics",
  "from-elsewhere",
  "too-large",
];

/** Every route by the name of its file: an address that the demonstration has, and who may open it. */
export const routeCases = (samples: Samples): RouteCases => ({
  ...nominationRoutes(samples),
  ...panelRoutes(samples),
  ...mentoringRoutes(samples),
  ...cadreRoutes(samples),
  ...balanceRoutes(samples),
  ...accountRoutes(samples),
});
