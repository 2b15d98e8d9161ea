/**
 * Every page and download that reaches somebody without exact figures (`gender.readExact`), by what is done about the people
 * counted there. `people-figures.test.ts` fails for a page that is missing here; docs/decisions/0057 argues each kind.
 */
export type PeopleFigures = {
  readonly routes: readonly string[];
  /** Why nobody is given away. */
  readonly why: string;
} & (
  | {
      /** Counts of people, protected by the one library: the file is on the page's way to the data and comes to disclosure.ts. */
      readonly kind: "protected";
      readonly by: string;
    }
  | {
      /** Those counted are public by name. */
      readonly kind: "named";
    }
  | {
      /** The figures are another's publication, shown as they were published, or what a state itself makes known. */
      readonly kind: "published";
    }
  | {
      /** Only people whom the reader knows by name there: themselves, their pair, their state's, their panel's. */
      readonly kind: "known";
    }
  | {
      /** Nobody is counted: texts, forms, calls, capacities. */
      readonly kind: "nobody";
    }
);

const below = (page: string, ...parts: readonly string[]) => [
  page,
  ...parts.map((part) => `${page}_.${part}`),
];

export const PEOPLE_FIGURES: readonly PeopleFigures[] = [
  {
    kind: "protected",
    by: "app/gender/publish-balance.server.ts",
    why: "one release of a closed year, protected once and kept",
    routes: ["balance._index", "balance.vacancies.$vacancyId"],
  },
  {
    kind: "protected",
    by: "app/gender/collect-open-balance.server.ts",
    why: "candidates as that release holds them; leaders and targets by name; pledges as the register shows each",
    routes: [
      "public.balance._index",
      "public.balance[.]csv",
      "public.balance[.]json",
      "public.balance[.]svg",
    ],
  },
  {
    kind: "protected",
    by: "app/gender/disclosure.ts",
    why: "what the open figures are and how other sites show them",
    routes: ["public.balance.data", "public.balance.embed", "public.balance[.]schema[.]json"],
  },
  {
    kind: "protected",
    by: "app/gender/gather-year.server.ts",
    why: "the road as the kept release of the year holds it; everything else is public by name or published",
    routes: [
      ...["accountability.report.$year", "accountability.report.$year[.]json"],
      "accountability.report.$year[.]pdf",
    ],
  },
  {
    kind: "protected",
    by: "app/gender/measure-targets.server.ts",
    why: "nominations from that release, the cadre for exact readers alone, leaders by name, uniformed as published",
    routes: ["targets._index", "targets.$targetId"],
  },
  {
    kind: "protected",
    by: "app/cadre/compact.ts",
    why: "nominees are left out for the leader; the team is public by name",
    routes: ["compacts._index", "compacts.$compactId"],
  },
  {
    kind: "named",
    why: "who holds a leadership post is public; the bench comes in for exact readers alone",
    routes: [
      "balance.figures.$figure.$format",
      "projection._index",
      "projection.export.$format",
      "missions._index",
      "missions.$acronym",
    ],
  },
  {
    kind: "named",
    why: "leaders in post and their compacts; nominees, by mission or state, for exact readers alone",
    routes: ["accountability._index", "accountability.leaders", "accountability.missions"],
  },
  {
    kind: "known",
    why: "a decision maker's own choices and those recommended to them, each by name",
    routes: ["decisions._index", "decisions.$vacancyId", "held-decisions._index"],
  },
  {
    kind: "published",
    why: "the United Nations' own monthly tables, whole",
    routes: ["uniformed._index"],
  },
  {
    kind: "published",
    why: "what a state pledged, in its own words and numbers, and registered as public with its knowledge",
    routes: [
      ...["state-pledges._index", "state-pledges.$pledgeId", "cadre.lists.$list.$format"],
      ...["public.pledges[.]csv", "public.pledges[.]json"],
    ],
  },
  {
    kind: "published",
    why: "a state's statement of its own services, to that state",
    routes: ["states.$code_.servicewomen"],
  },
  {
    kind: "published",
    why: "gender champions, whom a state names itself as what it pledged",
    routes: ["accountability.champions"],
  },
  {
    kind: "known",
    why: "a focal point's own state: its nominees, drafts, mentors and pledges; who decides gets pledges alone",
    routes: [
      ...["states.$code", "mentors._index", "mentors.$mentorId", "lists.$callId", "lists.$callId_.drafts"],
      ...below("nominations.$nominationId", "withdraw"),
      ...["nominations._index", "pledge-calls._index", "pledge-calls.$callId", "course-seats.$nominationId"],
      ...below("imports.$importId", "run"),
      ...below("drafts.$draftId", "autosave", "discard", "documents", "remove-document", "submit"),
      "draft-documents.$documentId",
      "accountability.states",
    ],
  },
  {
    kind: "known",
    why: "a candidate's or member's own file and progress",
    routes: [
      ...below(
        "my-cases.$candidacyId",
        ...[
          "attestation",
          "consent",
          "consents",
          "decline",
          "documents",
          "feedback",
          "file",
          "questions",
          "withdraw",
        ],
      ),
      ...["my-cases._index", "my-development._index", "my-membership._index", "my-membership_.data"],
      ...[
        "my-membership_.profile",
        ...below("my-nominations.$nominationId", "file"),
        "own-nomination.$callId",
      ],
      ...below("documents.$documentId", "remove"),
      "candidacies.$candidacyId_.interview[.]ics",
    ],
  },
  {
    kind: "known",
    why: "a panel member's own panel, whose candidates' files they read; those recused from are not counted",
    routes: [
      ...["panels._index", "feedback.$candidacyId"],
      ...below(
        "panels.$panelId",
        ...["agenda", "calibration", "calibration_.desk", "calibration_.draft", "calibration_.open"],
        ...["calibration_.sheet", "comparisons.$candidacyId", "conflicts", "dossiers.$candidacyId"],
        ...[
          "findings.$candidacyId",
          "findings.$candidacyId_.history",
          "guide",
          "interviews",
          "ranking",
          "report",
        ],
        ...["report[.]pdf", "report_.sign", "reveal", "sheets.$candidacyId", "sheets.$candidacyId_.draft"],
        ...["sheets.$candidacyId_.history", "shortlist"],
      ),
    ],
  },
  {
    kind: "known",
    why: "the vetting officer's own cases, each by name",
    routes: [
      ...["clearances._index", ...below("clearances.$clearanceId", "owner", "referees", "renewal")],
      ...["candidacies.$candidacyId_.attestation", "candidacies.$candidacyId_.references"],
      "cadre-reviews.$nominationId_.attestation",
    ],
  },
  {
    kind: "known",
    why: "a mentor's or mentee's own pairs, sessions and concerns",
    routes: [
      ...below(
        "engagements.$engagementId",
        ...[
          "actions",
          "agreement",
          "agreement_.edit",
          "concern",
          "end",
          "extend",
          "extension",
          "forget-notes",
        ],
        ...["lessons.new", "reviews.$moment", "series", "sessions.new", "slots"],
      ),
      ...[
        "engagements._index",
        "concerns._index",
        "concerns.$concernId",
        "series.$seriesId",
        "slots.$offerId",
      ],
      ...below(
        "sessions.$sessionId",
        "agenda",
        "calendar[.]ics",
        "cancel",
        "feedback",
        "held",
        "move",
        "notes",
      ),
      ...[
        "mentor-profile._index",
        ...["code", "induction", "posts", "still-so"].map((at) => `mentor-profile_.${at}`),
      ],
      ...["mentors.$mentorId_.leave", ...below("mentorship-needs.$needId", "decline")],
      ...[
        "my-calendar._index",
        "my-notes[.]json",
        "my-notes._index",
        ...below("proposals.$proposalId", "decline"),
      ],
      "calendar-feeds.$token[.]ics",
    ],
  },
  {
    kind: "nobody",
    why: "seats of a course are a capacity: how many are taken says nothing of who, and no group is told apart",
    routes: ["courses._index", "courses.$courseId", "courses.$courseId_.nominate"],
  },
  {
    kind: "nobody",
    why: "lessons are texts without people; how often one was used is counted for overseers alone",
    routes: [
      "lessons._index",
      "lessons.$lessonId",
      "lessons.$lessonId_.revise",
      "lessons.$lessonId_.withdraw",
    ],
  },
  {
    kind: "nobody",
    why: "the record's size counts events, not people; a receipt is the reader's own",
    routes: ["receipts._index"],
  },
  {
    kind: "nobody",
    why: "a call, its rubric and its form: no nomination is counted there",
    routes: [
      ...["calls._index", ...below("calls.$reference", "nominate-oneself", "note[.]pdf", "rubric[.]json")],
      ...[
        "imports.new",
        "imports.template.$format",
        "mentors.new",
        "state-pledges.new",
        "servicewomen.template",
      ],
      "missions.$acronym_.needs_.$version",
    ],
  },
  {
    kind: "nobody",
    why: "which years have a report",
    routes: ["accountability.report._index"],
  },
  {
    kind: "nobody",
    why: "entrances, links from letters, and what the reader has to do",
    routes: [
      ...["$", "_index", "demo", "health", "outbox._index", "outbox.$mailId", "from-elsewhere", "too-large"],
      ...["sign-in", "sign-in_.code", "sign-in_.link", "answers.$token", "references.$token"],
      ...["cadre-invitations.$token", "invitations.$token", "invitations.$token_.renew"],
    ],
  },
];

/** The figures that a file can be taken of without exact figures, each with why; every other one of the catalogue asks for them. */
export const OPEN_FIGURES: Readonly<Record<string, string>> = {
  "leaders-by-list": "leaders are public by name",
  "leaders-by-post": "leaders are public by name",
  "leaders-by-month": "leaders are public by name",
  targets: "measured as the page does it: nominations from the release, the cadre for exact readers alone",
  "targets-all": "measured as the page does it",
  "target-trend": "of leaders, by name, or of uniformed personnel as published; of nothing else",
  "uniformed-by-category": "the United Nations' own monthly tables",
  "uniformed-by-mission": "the United Nations' own monthly tables",
  "uniformed-by-month": "the United Nations' own monthly tables",
  "uniformed-by-state": "the United Nations' own monthly tables",
};
