import type { Actor } from "#app/access/actor.ts";
import { can } from "#app/access/can.ts";
import type { Task } from "#app/access/task.ts";
import { nameIn } from "#app/i18n/languages.ts";
import type { MessageKey } from "#app/i18n/message-keys.ts";
import { paths } from "#app/paths.ts";
import { now } from "#app/platform/clock.server.ts";
import { database } from "#app/platform/database.server.ts";
import { readWaitingFeedback } from "#app/selection/decision/feedback.queries.server.ts";
import { countHeldDecisions } from "#app/selection/decision/held-decision.queries.server.ts";
import { countWaitingLetters } from "#app/selection/decision/letter.queries.server.ts";
import { unheard } from "#app/selection/interview/interview.ts";
import { panelReportSchema } from "#app/selection/report/panel-report.ts";
import { notCandidateIn } from "./judging-candidates.queries.server.ts";
import { judgedNow, type PanelState, type Seat, seatOf } from "./panel-facts.ts";
import { loadPanels, VACANCY_TITLE } from "./panel-state.queries.server.ts";
import { type MemberTask, memberTask, needsMending, waitsForPanel } from "./panel-task.ts";
import { type PanelPhase, PHASE_RIGHTS, PHASES_AT_WORK, roundOf } from "./phase.ts";

/** What waits for a panel member, a decision maker or the secretariat between the panel and the appointment. */
export async function panelTasks(actor: Actor): Promise<readonly Task[]> {
  if (actor.userId === null) return [];
  if (can(actor, "panel.listOwn")) return memberTasks(actor, actor.userId);
  if (can(actor, "decision.await")) return decisionTasks(actor, actor.userId);
  if (can(actor, "panel.set")) {
    return (await Promise.all([letterTasks(actor), feedbackTasks(actor), secretariatTasks(actor)])).flat();
  }
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
  calibrate: ["calibration.task.score", paths.calibration],
  agreeLevels: ["calibration.task.lead", paths.calibration],
  score: ["selection.task.score", paths.panel],
  reveal: ["selection.task.reveal", paths.panel],
  interviews: ["interview.task.open", paths.openInterviews],
  findings: ["selection.task.findings", paths.agenda],
  makeReport: ["selection.task.makeReport", paths.report],
  signReport: ["selection.task.signReport", paths.report],
} as const satisfies Record<MemberTask["kind"], readonly [MessageKey, (panelId: string) => string]>;

/** What waits for a member on each panel that works: decided by the panel's own rules, on what a few statements load. */
async function memberTasks(actor: Actor, userId: string): Promise<readonly Task[]> {
  const panels = await loadPanels(
    database(),
    { phase: { in: [...PHASES_AT_WORK] }, members: { some: { userId } } },
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
      dueAt: PHASE_RIGHTS[panel.phase].scores === null ? null : day(facts.dueOn),
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
      calibration: { select: { openedAt: true } },
      members: {
        select: {
          id: true,
          sampleSheet: { select: { submittedAt: true } },
          sheets: {
            where: { submittedAt: { not: null }, supersededById: null },
            select: { memberId: true, candidacyId: true, stage: true },
          },
        },
      },
      vacancy: {
        select: {
          ...CASE,
          candidacies: {
            select: {
              finding: { select: { candidacyId: true, version: true } },
              interview: { where: { cancelledAt: null }, select: { candidacyId: true, startsAt: true } },
            },
          },
          reports: {
            where: { supersededById: null },
            orderBy: { version: "desc" },
            take: 1,
            select: { content: true, signatures: { select: { memberId: true } } },
          },
        },
      },
    },
  });
  const states = new Map(panels.map((panel) => [panel.id, panel]));
  const at = now();
  return new Map(
    found.map(({ id, scoringDueOn, members, vacancy, calibration }) => {
      const [report] = vacancy.reports;
      const panel = states.get(id);
      const slots = vacancy.candidacies.flatMap(({ interview }) => interview ?? []);
      const hearing = panel && PHASE_RIGHTS[panel.phase].scores === "interview";
      return [
        id,
        {
          vacancy,
          dueOn: scoringDueOn,
          submitted: members
            .flatMap(({ sheets }) => sheets)
            .filter(({ stage }) => panel && stage === roundOf(panel.phase, panel)),
          samples: calibration && {
            opened: calibration.openedAt !== null,
            submittedBy: members.flatMap((one) => (one.sampleSheet?.submittedAt ? [one.id] : [])),
          },
          arranged: slots.map(({ candidacyId }) => candidacyId),
          unheard: hearing ? unheard(judgedNow(panel), slots, at) : [],
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

/**
 * Reports that wait for a decision, where somebody recommended is still there to be selected, less those of panels the
 * decision maker sat on, of posts they are a candidate for, and of those for which they hold a choice; then the choices held.
 */
async function decisionTasks(actor: Actor, userId: string): Promise<readonly Task[]> {
  const [toDecide, held] = await Promise.all([undecided(actor, userId), countHeldDecisions(actor)]);
  if (held === 0) return toDecide;
  const title = "selection.task.effect" as const;
  return [
    ...toDecide,
    { id: "effect", title, params: { count: held }, to: paths.heldDecisions(), dueAt: null },
  ];
}

async function undecided(actor: Actor, userId: string): Promise<readonly Task[]> {
  const vacancies = await database().vacancy.findMany({
    where: {
      state: { in: ["reported", "reopened"] },
      held: { none: { heldById: userId } },
      NOT: { panel: { members: { some: { userId } } } },
      AND: [notCandidateIn(actor), { candidacies: { some: { state: "recommended" } } }],
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
  arrange: "interview.task.arrange",
} as const satisfies Record<string, MessageKey>;

/** A vacancy between its screening and its appointment, with what its rules ask. */
interface UnderWay {
  readonly id: string;
  readonly state: "screening" | "assessment" | "revealed" | "decided";
  readonly nameEn: string;
  readonly nameFr: string;
  readonly acronym: string;
  readonly phase: PanelPhase | null;
  readonly scoringDueOn: Date | null;
  readonly unscreened: number;
  readonly screenedIn: readonly string[];
  /** How many of them are not interviewed. */
  readonly passedOver: number;
  /** How many of them have a time for their interview. */
  readonly arranged: number;
  readonly panelId: string | null;
  readonly members: readonly Pick<Seat, "id" | "chair" | "recusedFrom">[];
}

/** Facts alone, in one statement: what follows from them is decided by the rules. */
const readUnderWay = () => database().$queryRaw<UnderWay[]>`
  select v."id", v."state"::text as "state", rk."nameEn", rk."nameFr", mi."acronym", p."phase"::text as "phase",
    p."scoringDueOn",
    (select count(*)::int from "Candidacy" c where c."vacancyId" = v."id" and c."state" = 'consented') as "unscreened",
    array(select c."id"::text from "Candidacy" c where c."vacancyId" = v."id" and c."state" = 'screenedIn')
      as "screenedIn",
    (select count(*)::int from "PassedOver" o join "Candidacy" c on c."id" = o."candidacyId"
      where c."vacancyId" = v."id" and c."state" = 'screenedIn') as "passedOver",
    (select count(*)::int from "InterviewSlot" t join "Candidacy" c on c."id" = t."candidacyId"
      where c."vacancyId" = v."id" and c."state" = 'screenedIn' and t."cancelledAt" is null) as "arranged",
    p."id"::text as "panelId",
    (select coalesce(jsonb_agg(jsonb_build_object('id', m."id", 'chair', m."chair", 'recusedFrom', to_jsonb(array(
      select x."candidacyId"::text from "Conflict" x where x."memberId" = m."id")))), '[]')
      from "PanelMember" m where m."panelId" = p."id") as "members"
  from "Vacancy" v
  join "Post" po on po."id" = v."postId"
  join "RoleKind" rk on rk."code" = po."roleKindCode"
  join "Mission" mi on mi."id" = po."missionId"
  left join "Panel" p on p."vacancyId" = v."id"
  where v."state" in ('screening', 'assessment', 'revealed', 'decided')
  order by v."id" limit ${UNDER_WAY}`;

function whatWaits({ state, phase, unscreened, screenedIn, passedOver, arranged, members }: UnderWay) {
  if (state === "decided") return "appoint";
  if (state === "screening") {
    if (!waitsForPanel({ unscreened, screenedIn: screenedIn.length })) return null;
    return phase ? "openPanel" : "setPanel";
  }
  const mend = phase && needsMending({ vacancyState: state, phase, members, candidacyIds: screenedIn });
  if (mend) return "mendPanel";
  return phase && PHASE_RIGHTS[phase].arranges && arranged < screenedIn.length - passedOver
    ? "arrange"
    : null;
}

function whereTo(what: keyof typeof SECRETARIAT_TITLES, { id, panelId }: UnderWay) {
  if (what === "appoint") return paths.appoint(id);
  return what === "arrange" && panelId !== null ? paths.panel(panelId) : paths.setPanel(id);
}

/** Feedback that waits for an officer since its letter was sent, as one task that leads to the first. */
async function feedbackTasks(actor: Actor): Promise<readonly Task[]> {
  const { count, first } = await readWaitingFeedback(actor);
  if (first === null) return [];
  return [
    { id: "feedback", title: "feedback.task", params: { count }, to: paths.feedback(first), dueAt: null },
  ];
}

/** Letters that wait for an officer, as one task. */
async function letterTasks(actor: Actor): Promise<readonly Task[]> {
  const count = await countWaitingLetters(actor);
  if (count === 0) return [];
  return [{ id: "letters", title: "letter.task", params: { count }, to: paths.letters(), dueAt: null }];
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
      to: whereTo(what, vacancy),
      dueAt: what === "appoint" ? null : day(vacancy.scoringDueOn),
    };
  });
  return tasks.toSorted(dueFirst).slice(0, LIMIT);
}

/** What is due sooner first; what has no day last. */
const dueFirst = (a: Task, b: Task) =>
  (a.dueAt ?? "~") < (b.dueAt ?? "~") ? -1 : a.dueAt === b.dueAt ? 0 : 1;
