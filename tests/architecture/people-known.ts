import { below, type PeopleFigures } from "./people-figure.ts";

/** Pages that count only people whom their reader knows by name there. */
export const PEOPLE_KNOWN: readonly PeopleFigures[] = [
  {
    kind: "known",
    why: "a decision maker's own choices and those recommended to them, each by name",
    routes: ["decisions._index", "decisions.$vacancyId", "held-decisions._index"],
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
];
