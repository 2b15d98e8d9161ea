import type { Actor } from "#app/access/actor.ts";
import type { Task } from "#app/access/task.ts";
import { take } from "#app/access/transition.ts";
import { inLanguage } from "#app/i18n/languages.ts";
import type { MessageKey } from "#app/i18n/message-keys.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import { vacancyTransitions } from "./lifecycle.ts";
import { JUDGED_STATES, QUORUM } from "./panel.ts";

/** What waits for a panel member, a decision maker or the secretariat between the panel and the appointment. */
export async function panelTasks(actor: Actor): Promise<readonly Task[]> {
  if (actor.userId === null) return [];
  if (actor.role === "panelMember")
    return (await memberRows(actor.userId)).flatMap((row) => memberTasks(actor, row));
  if (actor.role === "decisionMaker") return decisionTasks(actor, actor.userId);
  if (actor.role === "secretariat") return secretariatTasks(actor);
  return [];
}

const LIMIT = 50;
const JUDGED = [...JUDGED_STATES];

interface Case {
  readonly postEn: string;
  readonly postFr: string;
  readonly mission: string;
}

const caseOf = (actor: Actor, { postEn, postFr, mission }: Case) => ({
  post: inLanguage(actor.locale, { en: postEn, fr: postFr }),
  mission,
});

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

interface MemberRow extends Case {
  readonly panelId: string;
  readonly phase: "desk" | "revealed";
  readonly scoringDueOn: Date | null;
  readonly chair: boolean;
  readonly declared: boolean;
  /** Own sheets still owed. */
  readonly owed: number;
  /** What stands in the way of the reveal: members undeclared, sheets owed by anybody. */
  readonly undeclared: number;
  readonly owedByAll: number;
  /** Candidacies that too few unrecused members judge, and those the member is recused from. */
  readonly belowQuorum: number;
  readonly recusedFrom: number;
  readonly withoutFinding: number;
  readonly reportId: string | null;
  readonly outOfDate: boolean;
  readonly signed: boolean;
}

const memberRows = (userId: string) => database().$queryRaw<MemberRow[]>`
  select p."id" as "panelId", p."phase"::text as "phase", p."scoringDueOn", me."chair",
    me."declaredAt" is not null as "declared",
    rk."nameEn" as "postEn", rk."nameFr" as "postFr", mi."acronym" as "mission",
    count(*) filter (where pair."memberId" = me."id" and not pair."submitted")::int as "owed",
    (select count(*) from "PanelMember" m where m."panelId" = p."id" and m."declaredAt" is null
    )::int as "undeclared",
    count(*) filter (where not pair."submitted")::int as "owedByAll",
    (select count(*) from "Candidacy" c where c."vacancyId" = v."id" and c."state"::text = any(${JUDGED})
      and (select count(*) from "PanelMember" m where m."panelId" = p."id" and not exists (
        select from "Conflict" x where x."memberId" = m."id" and x."candidacyId" = c."id")) < ${QUORUM}
    )::int as "belowQuorum",
    (select count(distinct c."id") from "Conflict" x
      join "Candidacy" c on c."id" = x."candidacyId" and c."state"::text = any(${JUDGED})
      where x."memberId" = me."id")::int as "recusedFrom",
    count(distinct pair."candidacyId") filter (where not pair."found")::int as "withoutFinding",
    report."id" as "reportId", coalesce(report."outOfDate", false) as "outOfDate",
    exists (select from "ReportSignature" g where g."reportId" = report."id" and g."memberId" = me."id") as "signed"
  from "PanelMember" me
  join "Panel" p on p."id" = me."panelId" and p."phase"::text in ('desk', 'revealed')
  join "Vacancy" v on v."id" = p."vacancyId"
  join "Post" po on po."id" = v."postId"
  join "RoleKind" rk on rk."code" = po."roleKindCode"
  join "Mission" mi on mi."id" = po."missionId"
  left join lateral (
    select m."id" as "memberId", c."id" as "candidacyId",
      exists (select from "ScoreSheet" s where s."memberId" = m."id" and s."candidacyId" = c."id"
        and s."submittedAt" is not null) as "submitted",
      exists (select from "Finding" f where f."candidacyId" = c."id") as "found"
    from "PanelMember" m
    join "Candidacy" c on c."vacancyId" = v."id" and c."state"::text = any(${JUDGED})
    where m."panelId" = p."id"
      and not exists (select from "Conflict" x where x."memberId" = m."id" and x."candidacyId" = c."id")
  ) pair on true
  left join lateral (
    select r."id", exists (
      select from jsonb_array_elements(r."content" -> 'candidacies') as item
      join "Finding" f on f."candidacyId" = (item ->> 'candidacyId')::uuid
      where f."version" <> (item ->> 'findingVersion')::int) as "outOfDate"
    from "PanelReport" r where r."vacancyId" = v."id" order by r."version" desc limit 1
  ) report on true
  where me."userId" = ${userId}
  group by p."id", me."id", v."id", rk."code", mi."id", report."id", report."outOfDate"
  order by p."scoringDueOn" nulls last limit ${LIMIT}`;

/** The reveal's own rule, on what the row counts: no task leads to a refusal. */
const mayRevealNow = ({ undeclared, owedByAll, belowQuorum, recusedFrom }: MemberRow) =>
  recusedFrom === 0 &&
  take(vacancyTransitions.reveal, "assessment", { undeclared, outstanding: owedByAll, belowQuorum }).ok;

function memberTasks(actor: Actor, row: MemberRow): readonly Task[] {
  const task = (title: MessageKey, to: string, dueAt: string | null, params = {}): Task => ({
    id: `${title}:${row.panelId}`,
    title,
    params: { ...caseOf(actor, row), ...params },
    to,
    dueAt,
  });
  const { panelId } = row;
  const due = day(row.scoringDueOn);
  if (row.phase === "desk") {
    if (!row.declared) return [task("selection.task.declare", paths.conflicts(panelId), due)];
    if (row.owed > 0) return [task("selection.task.score", paths.panel(panelId), due, { count: row.owed })];
    return row.chair && mayRevealNow(row) ? [task("selection.task.reveal", paths.panel(panelId), due)] : [];
  }
  if (row.chair && row.withoutFinding > 0)
    return [task("selection.task.findings", paths.ranking(panelId), null, { count: row.withoutFinding })];
  if (row.reportId === null || row.outOfDate)
    return row.chair ? [task("selection.task.makeReport", paths.report(panelId), null)] : [];
  return row.signed ? [] : [task("selection.task.signReport", paths.report(panelId), null)];
}

interface VacancyRow extends Case {
  readonly vacancyId: string;
  readonly panelId: string | null;
  readonly what: "decide" | "appoint" | "setPanel" | "openPanel" | "mendPanel";
  readonly dueOn: Date | null;
}

/** Reports that wait for a decision, where somebody recommended is still there to be selected, less those of panels the decision maker sat on. */
async function decisionTasks(actor: Actor, userId: string): Promise<readonly Task[]> {
  const rows = await database().$queryRaw<VacancyRow[]>`
    select v."id" as "vacancyId", null as "panelId", 'decide' as "what", v."decisionDueOn" as "dueOn",
      rk."nameEn" as "postEn", rk."nameFr" as "postFr", mi."acronym" as "mission"
    from "Vacancy" v
    join "Post" po on po."id" = v."postId"
    join "RoleKind" rk on rk."code" = po."roleKindCode"
    join "Mission" mi on mi."id" = po."missionId"
    where v."state" = 'reported' and not exists (
      select from "Panel" p join "PanelMember" m on m."panelId" = p."id"
      where p."vacancyId" = v."id" and m."userId" = ${userId})
      and exists (select from "Candidacy" c where c."vacancyId" = v."id" and c."state" = 'recommended')
    order by v."decisionDueOn" nulls last limit ${LIMIT}`;
  return rows.map((row) => ({
    id: `decide:${row.vacancyId}`,
    title: "selection.task.decide",
    params: caseOf(actor, row),
    to: paths.decision(row.vacancyId),
    dueAt: day(row.dueOn),
  }));
}

const SECRETARIAT_TITLES = {
  decide: "selection.task.decide",
  appoint: "selection.task.appoint",
  setPanel: "selection.task.setPanel",
  openPanel: "selection.task.openPanel",
  mendPanel: "selection.task.mendPanel",
} as const satisfies Record<VacancyRow["what"], MessageKey>;

/** Panels to set, open or mend, and appointments to make. */
async function secretariatTasks(actor: Actor): Promise<readonly Task[]> {
  const rows = await database().$queryRaw<VacancyRow[]>`
    select * from (
      select v."id" as "vacancyId", p."id" as "panelId",
        case
          when v."state" = 'decided' then 'appoint'
          when v."state" = 'assessment' and (
            exists (select from "PanelMember" m join "Conflict" x on x."memberId" = m."id"
              join "Candidacy" c on c."id" = x."candidacyId" and c."state" = 'screenedIn'
              where m."panelId" = p."id" and m."chair")
            or exists (select from "Candidacy" c where c."vacancyId" = v."id" and c."state" = 'screenedIn'
              and (select count(*) from "PanelMember" m where m."panelId" = p."id" and not exists (
                select from "Conflict" x where x."memberId" = m."id" and x."candidacyId" = c."id")) < 2)
          ) then 'mendPanel'
          when v."state" = 'screening' and exists (
              select from "Candidacy" c where c."vacancyId" = v."id" and c."state" = 'screenedIn')
            and not exists (
              select from "Candidacy" c where c."vacancyId" = v."id" and c."state" = 'consented')
            then case when p."id" is null then 'setPanel' else 'openPanel' end
        end as "what",
        case when v."state" = 'decided' then null else p."scoringDueOn" end as "dueOn",
        rk."nameEn" as "postEn", rk."nameFr" as "postFr", mi."acronym" as "mission"
      from "Vacancy" v
      join "Post" po on po."id" = v."postId"
      join "RoleKind" rk on rk."code" = po."roleKindCode"
      join "Mission" mi on mi."id" = po."missionId"
      left join "Panel" p on p."vacancyId" = v."id"
      where v."state" in ('screening', 'assessment', 'decided')
    ) waiting
    where "what" is not null order by "dueOn" nulls last limit ${LIMIT}`;
  return rows.map((row) => ({
    id: `${row.what}:${row.vacancyId}`,
    title: SECRETARIAT_TITLES[row.what],
    params: caseOf(actor, row),
    to: row.what === "appoint" ? paths.appoint(row.vacancyId) : paths.setPanel(row.vacancyId),
    dueAt: day(row.dueOn),
  }));
}
