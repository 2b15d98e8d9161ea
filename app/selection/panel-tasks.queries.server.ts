import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Task } from "#app/access/task.ts";
import { nameIn } from "#app/i18n/languages.ts";
import type { MessageKey } from "#app/i18n/message-keys.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import type { PanelPhase } from "./lifecycle.ts";
import { type PanelState, type Seat, seatOf } from "./panel-facts.ts";
import { panelReportSchema } from "./panel-report.ts";
import { loadPanels, VACANCY_TITLE } from "./panel-state.queries.server.ts";
import { type MemberTask, memberTask, needsMending, waitsForPanel } from "./panel-task.ts";

/** What waits for a panel member, a decision maker or the secretariat between the panel and the appointment. */
export async function panelTasks(actor: Actor): Promise<readonly Task[]> {
  if (actor.userId === null) return [];
  if (can(actor, "panel.listOwn")) return memberTasks(actor, actor.userId);
  if (can(actor, "decision.await")) return decisionTasks(actor, actor.userId);
  if (can(actor, "panel.set")) return secretariatTasks(actor);
  return [];
}

const LIMIT = 50;
/** Vacancies under way are as many as there are posts to fill: far fewer. */
const UNDER_WAY = 500;

const CASE = { id: true, ...VACANCY_TITLE } as const;

interface Case {
  readonly post: {
    readonly roleKind: { readonly nameEn: string; readonly nameFr: string };
    readonly mission: { readonly acronym: string };
  };
}

const caseOf = (actor: Actor, { post }: Case) => ({
  post: nameIn(actor.locale, post.roleKind),
  mission: post.mission.acronym,
});

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

const MEMBER_TASKS = {
  declare: ["selection.task.declare", paths.conflicts],
  score: ["selection.task.score", paths.panel],
  reveal: ["selection.task.reveal", paths.panel],
  findings: ["selection.task.findings", paths.ranking],
  makeReport: ["selection.task.makeReport", paths.report],
  signReport: ["selection.task.signReport", paths.report],
} as const satisfies Record<MemberTask["kind"], readonly [MessageKey, (panelId: string) => string]>;

/** What waits for a member on each panel that works: decided by the panel's own rules, on what a few statements load. */
async function memberTasks(actor: Actor, userId: string): Promise<readonly Task[]> {
  const panels = await loadPanels(
    database(),
    { phase: { in: ["desk", "revealed"] }, members: { some: { userId } } },
    LIMIT,
  );
  const work = await readWork(panels);
  return panels.flatMap((panel) => {
    const seat = seatOf(panel, actor);
    const facts = work.get(panel.id);
    const found = seat && facts && memberTask(panel, seat, facts);
    if (!found) return [];
    const [title, to] = MEMBER_TASKS[found.kind];
    return {
      id: `${title}:${panel.id}`,
      title,
      params: { ...caseOf(actor, facts.vacancy), ...("count" in found ? { count: found.count } : {}) },
      to: to(panel.id),
      dueAt: panel.phase === "desk" ? day(facts.dueOn) : null,
    };
  });
}

/** What stands on paper before each of some panels. */
async function readWork(panels: readonly PanelState[]) {
  const found = await database().panel.findMany({
    where: { id: { in: panels.map(({ id }) => id) } },
    select: {
      id: true,
      scoringDueOn: true,
      members: {
        select: {
          sheets: { where: { submittedAt: { not: null } }, select: { memberId: true, candidacyId: true } },
        },
      },
      vacancy: {
        select: {
          ...CASE,
          candidacies: { select: { finding: { select: { candidacyId: true, version: true } } } },
          reports: {
            orderBy: { version: "desc" },
            take: 1,
            select: { content: true, signatures: { select: { memberId: true } } },
          },
        },
      },
    },
  });
  return new Map(
    found.map(({ id, scoringDueOn, members, vacancy }) => {
      const [report] = vacancy.reports;
      return [
        id,
        {
          vacancy,
          dueOn: scoringDueOn,
          submitted: members.flatMap(({ sheets }) => sheets),
          findings: vacancy.candidacies.flatMap(({ finding }) => finding ?? []),
          report: report
            ? {
                content: panelReportSchema.parse(report.content),
                signedBy: report.signatures.map(({ memberId }) => memberId),
              }
            : null,
        },
      ];
    }),
  );
}

/** Reports that wait for a decision, where somebody recommended is still there to be selected, less those of panels the decision maker sat on. */
async function decisionTasks(actor: Actor, userId: string): Promise<readonly Task[]> {
  const vacancies = await database().vacancy.findMany({
    where: {
      state: "reported",
      NOT: { panel: { members: { some: { userId } } } },
      candidacies: { some: { state: "recommended" } },
    },
    orderBy: [{ decisionDueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    take: LIMIT,
    select: { ...CASE, decisionDueOn: true },
  });
  return vacancies.map(({ id, decisionDueOn, ...titled }) => ({
    id: `decide:${id}`,
    title: "selection.task.decide",
    params: caseOf(actor, titled),
    to: paths.decision(id),
    dueAt: day(decisionDueOn),
  }));
}

const SECRETARIAT_TITLES = {
  appoint: "selection.task.appoint",
  setPanel: "selection.task.setPanel",
  openPanel: "selection.task.openPanel",
  mendPanel: "selection.task.mendPanel",
} as const satisfies Record<string, MessageKey>;

/** A vacancy between its screening and its appointment, with what its rules ask. */
interface UnderWay {
  readonly id: string;
  readonly state: "screening" | "assessment" | "decided";
  readonly nameEn: string;
  readonly nameFr: string;
  readonly acronym: string;
  readonly phase: PanelPhase | null;
  readonly scoringDueOn: Date | null;
  readonly unscreened: number;
  readonly screenedIn: readonly string[];
  readonly members: readonly Pick<Seat, "id" | "chair" | "recusedFrom">[];
}

/** Facts alone, in one statement: what follows from them is decided by the rules. */
const readUnderWay = () => database().$queryRaw<UnderWay[]>`
  select v."id", v."state"::text as "state", rk."nameEn", rk."nameFr", mi."acronym", p."phase"::text as "phase",
    p."scoringDueOn",
    (select count(*)::int from "Candidacy" c where c."vacancyId" = v."id" and c."state" = 'consented') as "unscreened",
    array(select c."id"::text from "Candidacy" c where c."vacancyId" = v."id" and c."state" = 'screenedIn')
      as "screenedIn",
    (select coalesce(jsonb_agg(jsonb_build_object('id', m."id", 'chair', m."chair", 'recusedFrom', to_jsonb(array(
      select x."candidacyId"::text from "Conflict" x where x."memberId" = m."id")))), '[]')
      from "PanelMember" m where m."panelId" = p."id") as "members"
  from "Vacancy" v
  join "Post" po on po."id" = v."postId"
  join "RoleKind" rk on rk."code" = po."roleKindCode"
  join "Mission" mi on mi."id" = po."missionId"
  left join "Panel" p on p."vacancyId" = v."id"
  where v."state" in ('screening', 'assessment', 'decided')
  order by v."id" limit ${UNDER_WAY}`;

function whatWaits({ state, phase, unscreened, screenedIn, members }: UnderWay) {
  if (state === "decided") return "appoint";
  if (state === "screening") {
    if (!waitsForPanel({ unscreened, screenedIn: screenedIn.length })) return null;
    return phase ? "openPanel" : "setPanel";
  }
  const mend = phase && needsMending({ vacancyState: state, phase, members, candidacyIds: screenedIn });
  return mend ? "mendPanel" : null;
}

/** Panels to set, open or mend, and appointments to make. */
async function secretariatTasks(actor: Actor): Promise<readonly Task[]> {
  const tasks = (await readUnderWay()).flatMap((vacancy): Task | readonly never[] => {
    const what = whatWaits(vacancy);
    if (!what) return [];
    const { id, acronym } = vacancy;
    return {
      id: `${what}:${id}`,
      title: SECRETARIAT_TITLES[what],
      params: { post: nameIn(actor.locale, vacancy), mission: acronym },
      to: what === "appoint" ? paths.appoint(id) : paths.setPanel(id),
      dueAt: what === "appoint" ? null : day(vacancy.scoringDueOn),
    };
  });
  return tasks.toSorted(dueFirst).slice(0, LIMIT);
}

/** What is due sooner first; what has no day last. */
const dueFirst = (a: Task, b: Task) =>
  (a.dueAt ?? "~") < (b.dueAt ?? "~") ? -1 : a.dueAt === b.dueAt ? 0 : 1;
