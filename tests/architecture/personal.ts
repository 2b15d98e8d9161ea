/** Which columns hold words about people: each is tagged `/// @personal`, or excused here with a reason. */

interface Column {
  readonly name: string;
  readonly type: string;
  readonly personal: boolean;
  /** The model it leads to, of a relation. */
  readonly to: string | null;
}

type Schema = ReadonlyMap<string, readonly Column[]>;

/** Types in which anything at all can be written down. */
const FREE = new Set(["String", "Json", "Bytes"]);

/** What a column's name alone says: it holds no words of a person. */
const PLAIN: readonly (readonly [RegExp, string])[] = [
  [/^id$|Id$/, "an id"],
  [/Codes?$/, "a code of a table that is published"],
  [/[hH]ash$|^sha256$/, "a hash"],
  [/^submissionKey$|^dedupeKey$/, "a form's or a message's key"],
  [/^textVersion$/, "which text was agreed to"],
  [/^contentType$|^kind$/, "one of a closed list"],
];

/** Models of which every column is published or a setting: what they say is about posts, states and rules. */
const WHOLE: Readonly<Record<string, string>> = {
  State: "reference data of the United Nations",
  Mission: "reference data of the United Nations",
  RoleKind: "reference data of the United Nations",
  Language: "reference data of the United Nations",
  InductionStep: "what every mentor goes through alike",
  InductionStepVersion: "what every mentor goes through alike",
  CodeOfConduct: "put before every mentor alike",
  Call: "published to everybody",
  Course: "published in the catalogue",
  CallNotice: "published to everybody with its call",
  Criterion: "published with its rubric",
  CalibrationNote: "what a level takes, agreed on an invented case",
  InterviewQuestion: "asked of every candidate alike",
  RubricVersion: "the criteria of a rubric, as they were saved",
  MissionNeeds: "about a mission",
  MissionNeedItem: "about a mission",
  MemberIndex:
    "made by triggers of what other tables hold of a member, follows them and goes with the membership",
  MemberFact:
    "made by triggers of what other tables hold of a member, follows them and goes with the membership",
  ServiceRank: "counts that a state reports of its services",
  ServiceReport: "what a state reports of its services and their roles",
  UniformedCount: "figures that the UN publishes",
  UniformedMonth: "figures that the UN publishes",
  RecordEvent: "ids and salted commitments only, so that erasure does not break the proof",
};

/** Single columns. */
const EXCUSED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["titleEn", "titleFr", "textEn", "textFr"].map((name) => [`Calibration.${name}`, "an invented case"]),
  ),
  "Account.accessToken": "a secret of the sign-in, never shown; goes with the account",
  "Account.refreshToken": "a secret of the sign-in, never shown; goes with the account",
  "Account.idToken": "a secret of the sign-in, never shown; goes with the account",
  "Account.password": "a secret of the sign-in, never shown; goes with the account",
  "Account.scope": "what the sign-in service was asked for",
  "AuthorKey.wrappedKey": "a key, sealed by the installation's",
  "EngagementKey.wrappedKey": "a key, sealed by the installation's",
  "SessionSeries.channel": "one of a closed list: video, telephone, in person",
  "SessionSeries.localTime": "an hour of the day",
  "SessionSeries.timeZone": "the zone whose clocks a time was stated by",
  "SlotOffer.channel": "one of a closed list: video, telephone, in person",
  "Session.token": "a secret of the sign-in, never shown; goes with the account",
  "CadreMembership.enteredVia": "one of a closed list",
  "Compact.signedFigures": "targets, shares and counts of a mission",
  "FileRequest.fields": "names of fields, not what stands in them",
  "FileRequest.documentKind": "one of a closed list",
  "FileRequest.explainFor": "a requirement of the call, by its key",
  "InterviewSlot.channel": "one of a closed list: video, telephone, in person",
  "InterviewSlot.timeZone": "the zone whose clocks a time was stated by",
  "Lesson.mandateTasks": "of a closed list",
  "Letter.locale": "the language a letter is written in",
  "MatchRun.certificate": "dual prices and hours of a matching, by ids",
  "MatchRun.refusal": "which pinned pairs contradict each other, by ids",
  "MatchWeights.reason": "about the weights of a score, not about a person",
  "MentoringSession.channel": "one of a closed list: video, telephone, in person",
  "NominationImport.format": "of a file",
  "NominationImport.encoding": "of a file",
  "NominationListing.stage": "one of a closed list",
  "PairAgreement.cadence": "one of a closed list: how often a pair meets",
  "PairAgreement.channel": "one of a closed list: video, telephone, in person",
  "RubricChange.reason": "published with the rubric",
  "PanelException.rule": "one of a closed list",
  "PledgeCall.gaps": "of a closed list: what the pool of mentors lacks",
  "PledgeCallAddressee.text": "what a state is asked for",
  "Post.level": "of a post",
  "Reference.locale": "the language a referee is written to in",
  "StatePledge.words": "said by a state of what it promises, published once registered",
  "StoredFile.place": "where the bytes lie",
  "UniformedImport.fileName": "a table of figures that the UN publishes",
  "UniformedImport.problems": "cells of a table of figures that the UN publishes",
  "Vacancy.reference": "published with its call",
  "Vacancy.requirements": "published with its call",
};

/** Reads the models of Prisma schema files. */
export function readSchema(text: string): Schema {
  const schema = new Map<string, Column[]>();
  for (const [, model = "", body = ""] of text.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)) {
    const columns: Column[] = [];
    let doc = "";
    for (const line of body.split("\n").map((one) => one.trim())) {
      if (line.startsWith("///")) doc += line;
      const [, name, type] = /^(\w+)\s+(\w+)/.exec(line) ?? [];
      if (name && type) columns.push({ name, type, personal: doc.includes("@personal"), to: null });
      if (!line.startsWith("///")) doc = "";
    }
    schema.set(model, columns);
  }
  const names = new Set(schema.keys());
  return new Map(
    [...schema].map(([model, columns]) => [
      model,
      columns.map((column) => ({ ...column, to: names.has(column.type) ? column.type : null })),
    ]),
  );
}

/** The models that can be come to from one, over relations of any direction. */
export function reachable(schema: Schema, from: string): ReadonlySet<string> {
  const seen = new Set([from]);
  const waiting = [from];
  for (let model = waiting.pop(); model; model = waiting.pop()) {
    for (const { to } of schema.get(model) ?? []) {
      if (to === null || seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  return seen;
}

/** The columns in which something about a person may stand that are neither tagged nor excused: "Model.column". */
export function untagged(schema: Schema): readonly string[] {
  return [...reachable(schema, "Person")]
    .filter((model) => !(model in WHOLE))
    .flatMap((model) =>
      (schema.get(model) ?? [])
        .filter(({ type, personal }) => FREE.has(type) && !personal)
        .filter(({ name }) => !PLAIN.some(([pattern]) => pattern.test(name)))
        .map(({ name }) => `${model}.${name}`),
    )
    .filter((column) => !(column in EXCUSED))
    .toSorted();
}

/** Excuses that excuse nothing: the column is gone, or is tagged. */
export function idleExcuses(schema: Schema): readonly string[] {
  return Object.keys(EXCUSED).filter((excused) => {
    const [model = "", name = ""] = excused.split(".");
    return (schema.get(model) ?? []).every((column) => column.name !== name || column.personal);
  });
}
