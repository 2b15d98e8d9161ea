import type { Role } from "#app/access/actor.ts";
import { paths } from "#app/paths.ts";
import type { Samples } from "./demo-samples.ts";
import { type RouteCase, routeCases } from "./every-route.ts";

/** Who may post: roles, each with whoever wears it unless the thing posted to is one's own; or whoever comes by. */
type Posters = readonly Role[] | "everybody";

export interface ActionCase {
  readonly path: string;
  readonly posters: Posters;
  /** Whose thing it is, where only that one of the role's accounts may post to it. */
  readonly owners: Partial<Record<Role, string>>;
}

const everybody = "everybody";
const secretariat: Posters = ["secretariat"];
const vetting: Posters = ["vettingOfficer"];
const judges: Posters = ["panelMember"];
const candidates: Posters = ["candidate"];
const focalPoints: Posters = ["focalPoint"];
const pair: Posters = ["mentor", "mentee"];
const nominators: Posters = ["focalPoint", "candidate"];
const states: Posters = ["secretariat", "focalPoint"];

/** Who may post to each route that takes what is posted; reading is another table. */
const POSTERS: Readonly<Record<string, Posters>> = {
  $: [],
  "accounts.new": secretariat,
  "answers.$token": [],
  "cadre-invitations.$token": [],
  "cadre-reviews.$nominationId": secretariat,
  "cadre.admit.$candidacyId": secretariat,
  "cadre.new": secretariat,
  "calls.$reference_.amend": secretariat,
  "calls.$reference_.close": secretariat,
  "calls.$reference_.discard": secretariat,
  "calls.$reference_.edit": secretariat,
  "calls.$reference_.extend": secretariat,
  "calls.$reference_.nominate-oneself": everybody,
  "calls.$reference_.publish": secretariat,
  "calls.new": secretariat,
  "candidacies.$candidacyId_.questions": secretariat,
  "candidacies.$candidacyId_.screening": secretariat,
  "clearances.$clearanceId": vetting,
  "clearances.$clearanceId_.owner": vetting,
  "clearances.$clearanceId_.referees": vetting,
  "clearances.$clearanceId_.renewal": vetting,
  "decisions.$vacancyId": ["decisionMaker"],
  demo: everybody,
  "documents.$documentId_.remove": candidates,
  "drafts.$draftId": nominators,
  "drafts.$draftId_.autosave": nominators,
  "drafts.$draftId_.discard": nominators,
  "drafts.$draftId_.documents": nominators,
  "drafts.$draftId_.remove-document": nominators,
  "drafts.$draftId_.submit": candidates,
  "duplicates.$pairId_.different": secretariat,
  "duplicates.$pairId_.merge": secretariat,
  "duplicates.$pairId_.take-apart": secretariat,
  "engagements.$engagementId": secretariat,
  "engagements.$engagementId_.sessions.new": pair,
  "imports.$importId_.run": states,
  "imports.new": states,
  "invitations.$token": [],
  "invitations.$token_.decline": [],
  "invitations.$token_.renew": everybody,
  language: everybody,
  "lists.$callId": focalPoints,
  "lists.$callId_.drafts": focalPoints,
  "matching_.run": secretariat,
  "mentor-profile._index": ["mentor"],
  "mentor-profile_.rest": ["mentor"],
  "mentors.new": states,
  "mentorship-needs.$needId": ["mentee"],
  "mentorship-needs.$needId_.decline": ["mentee"],
  "missions.$acronym_.needs": secretariat,
  "missions.$acronym_.posts": secretariat,
  "my-cases.$candidacyId_.attestation": candidates,
  "my-cases.$candidacyId_.consent": candidates,
  "my-cases.$candidacyId_.consents": candidates,
  "my-cases.$candidacyId_.decline": candidates,
  "my-cases.$candidacyId_.documents": candidates,
  "my-cases.$candidacyId_.file": candidates,
  "my-cases.$candidacyId_.questions": candidates,
  "my-cases.$candidacyId_.withdraw": candidates,
  "my-membership._index": candidates,
  "my-membership_.change": candidates,
  "my-nominations.$nominationId": candidates,
  "nominations.$nominationId_.withdraw": focalPoints,
  "own-nomination.$callId": candidates,
  "panels.$panelId_.conflicts": judges,
  "panels.$panelId_.findings.$candidacyId": judges,
  "panels.$panelId_.report": judges,
  "panels.$panelId_.report_.sign": judges,
  "panels.$panelId_.reveal": judges,
  "panels.$panelId_.sheets.$candidacyId": judges,
  "panels.$panelId_.sheets.$candidacyId_.autosave": judges,
  "panels.$panelId_.sheets.$candidacyId_.draft": judges,
  "posts.$postId.incumbent": secretariat,
  "proposals.$proposalId": pair,
  "proposals.$proposalId_.decline": pair,
  "receipts._index": everybody,
  "references.$token": [],
  role: everybody,
  "sessions.$sessionId_.cancel": pair,
  "sessions.$sessionId_.feedback": pair,
  "sessions.$sessionId_.held": pair,
  "sessions.$sessionId_.move": pair,
  "sign-in": everybody,
  "sign-in_.code": everybody,
  "sign-in_.link": everybody,
  "sign-out": everybody,
  "too-large": everybody,
  "vacancies.$vacancyId_.appointment": secretariat,
  "vacancies.$vacancyId_.close-without-appointment": secretariat,
  "vacancies.$vacancyId_.panel": secretariat,
  "vacancies.$vacancyId_.panel_.open": secretariat,
  "vacancies.new": secretariat,
};

/**
 * Routes whose action reads the form before anybody's permission is asked: an empty one is refused as such, alike
 * for a thing that is there and one that is not, and whoever posts it. Their use cases' own tests hold who may.
 */
export const FORM_FIRST: Readonly<Record<string, readonly number[]>> = {
  "clearances.$clearanceId": [422],
  "clearances.$clearanceId_.owner": [422],
  "clearances.$clearanceId_.renewal": [422],
  "decisions.$vacancyId": [422],
  "drafts.$draftId": [422],
  "drafts.$draftId_.discard": [422],
  "drafts.$draftId_.submit": [422],
  "engagements.$engagementId_.sessions.new": [422],
  "lists.$callId": [422],
  "mentor-profile._index": [422],
  "mentorship-needs.$needId": [422],
  "mentorship-needs.$needId_.decline": [422],
  "my-cases.$candidacyId_.attestation": [422],
  "my-cases.$candidacyId_.consent": [422],
  "my-cases.$candidacyId_.consents": [422],
  "my-cases.$candidacyId_.documents": [422],
  "my-cases.$candidacyId_.file": [422],
  "my-membership._index": [422],
  "my-nominations.$nominationId": [422],
  "panels.$panelId_.findings.$candidacyId": [422],
  "panels.$panelId_.sheets.$candidacyId": [422],
  "panels.$panelId_.sheets.$candidacyId_.draft": [422],
  "sessions.$sessionId_.cancel": [422],
  "sessions.$sessionId_.feedback": [422],
  "sessions.$sessionId_.held": [422],
  "sessions.$sessionId_.move": [422],
  "drafts.$draftId_.autosave": [200],
  "drafts.$draftId_.remove-document": [302],
  "panels.$panelId_.report_.sign": [302, 422],
  "panels.$panelId_.sheets.$candidacyId_.autosave": [200],
  "cadre.admit.$candidacyId": [422],
  "cadre.new": [422],
  "candidacies.$candidacyId_.questions": [422],
  "imports.new": [422],
  "mentors.new": [422],
  "vacancies.$vacancyId_.appointment": [422],
  "vacancies.$vacancyId_.panel": [422],
  "vacancies.new": [422],
};

const NO_SUCH_LINK = "no-such-link";

/** The addresses that the table of what is read leaves out. */
function postedOnly({ nomination, panel }: Samples): Readonly<Record<string, string>> {
  return {
    $: "/no-such-page",
    "invitations.$token": paths.invitation(NO_SUCH_LINK),
    "invitations.$token_.decline": paths.declineInvitation(NO_SUCH_LINK),
    language: paths.language(),
    "matching_.run": paths.runMatching(),
    "mentor-profile_.rest": `${paths.mentorProfile()}/rest`,
    "my-cases.$candidacyId_.questions": paths.myQuestions(nomination.candidacy ?? ""),
    "my-membership_.change": paths.changeMembership(),
    "panels.$panelId_.sheets.$candidacyId_.autosave": paths.autosaveSheet(
      panel.id ?? "",
      panel.candidacy ?? "",
    ),
    role: paths.wearRole(),
    "sign-in_.link": paths.signInLink(NO_SUCH_LINK),
    "sign-out": paths.signOut(),
    "too-large": "/too-large",
  };
}

/** Every route with an action by the name of its file: an address that the demonstration has, and who may post there. */
export function actionCases(samples: Samples): Readonly<Record<string, ActionCase>> {
  const read = routeCases(samples);
  const posted = postedOnly(samples);
  return Object.fromEntries(
    Object.entries(POSTERS).map(([name, posters]) => {
      const path = posted[name] ?? read[name]?.path;
      if (!path) throw new Error(`No address for ${name}`);
      return [name, { path, posters, owners: ownersOf(read[name]) }];
    }),
  );
}

function ownersOf(route: RouteCase | undefined): Partial<Record<Role, string>> {
  if (!route || route.readers === "everybody") return {};
  return Object.fromEntries(Object.entries(route.readers).filter(([, reader]) => reader !== "whoever"));
}
