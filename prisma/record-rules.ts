import { type DataRule, rule } from "./data-rule.ts";

/** Rules of the record. */
export const RECORD_RULES: readonly DataRule[] = [
  rule(
    "event-names-what-is-there",
    "Every nomination, decision and appointment from a case is in the record.",
    `select n."id" from "Nomination" n where not exists (select from "RecordEvent" e
       where e."kind" = 'nomination.submitted' and e."subjectId" = n."id"::text)
     union all select d."id" from "Decision" d where not exists (select from "RecordEvent" e
       where e."kind" = 'decision.made' and e."subjectId" in (d."id"::text, d."vacancyId"::text))
     union all select a."id" from "Appointment" a where a."candidacyId" is not null and not exists (
       select from "RecordEvent" e where e."kind" = 'appointment.made' and e."subjectId" = a."id"::text)`,
  ),
  rule(
    "event-hashed",
    "The hash of an event is that of its text.",
    `select "id" from "RecordEvent"
     where "leafHash" <> encode(sha256('\\x00'::bytea || convert_to("canonical", 'UTF8')), 'hex')`,
  ),
  rule(
    "tree-of-events",
    "The leaves of the record's tree are numbered without a gap, and its nodes are the hashes of what lies below them.",
    `select coalesce(event."id"::text, leaf."index"::text) as "id", 'leaf ' || leaf."index" as "why"
     from (select l.*, row_number() over (order by "index") - 1 as "due" from "RecordLeaf" l) leaf
     left join "RecordEvent" event on event."sequence" = leaf."eventSequence"
     left join "RecordNode" node on node."level" = 0 and node."position" = leaf."index"
     where leaf."index" <> leaf."due" or node."hash" is distinct from event."leafHash"
     union all select n."level" || ':' || n."position", 'node'
     from "RecordNode" n
     left join "RecordNode" l on l."level" = n."level" - 1 and l."position" = 2 * n."position"
     left join "RecordNode" r on r."level" = n."level" - 1 and r."position" = 2 * n."position" + 1
     where n."level" > 0 and n."hash" is distinct from
       encode(sha256('\\x01'::bytea || decode(l."hash", 'hex') || decode(r."hash", 'hex')), 'hex')`,
  ),
  rule(
    "head-of-the-tree",
    "Every head of the record is the root of the tree it had then, and the newest covers every leaf.",
    `with recursive fold as (
       select "treeSize" as n, 0 as height, null::bytea as root from "RecordHead"
       union all
       select n, height + 1, case
         when (n >> height) & 1 = 0 then root
         when root is null then decode(peak."hash", 'hex')
         else sha256('\\x01'::bytea || decode(peak."hash", 'hex') || root) end
       from fold left join "RecordNode" peak
         on peak."level" = height and peak."position" = (n >> height) - 1
       where n >> height > 0)
     select head."treeSize"::text as "id" from "RecordHead" head join fold on fold.n = head."treeSize"
     where fold.n >> fold.height = 0 and head."rootHash" is distinct from encode(fold.root, 'hex')
     union all select leaves."count"::text from (select count(*) as "count" from "RecordLeaf") leaves
     where leaves."count" <> coalesce((select max("treeSize") from "RecordHead"), 0)`,
  ),
];
