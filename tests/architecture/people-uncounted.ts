import { below, type PeopleFigures } from "./people-figure.ts";

/** Pages that count nobody. */
export const PEOPLE_UNCOUNTED: readonly PeopleFigures[] = [
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
