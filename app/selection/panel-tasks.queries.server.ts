import type { Actor } from "#app/access/actor.ts";
import type { Task } from "#app/access/task.ts";
import { nameIn } from "#app/i18n/languages.ts";
import type { MessageKey } from "#app/i18n/message-keys.ts";
import { paths } from "#app/paths.ts";
import { database } from "#app/platform/database.server.ts";
import type { PanelState } from "./panel-facts.ts";
import { seatOf } from "./panel-facts.ts";
import { panelReportSchema } from "./panel-report.ts";
import { loadPanels, VACANCY_TITLE } from "./panel-state.queries.server.ts";
import { type MemberTask, memberTask, needsMending, waitsForPanel } from "./panel-task.ts";

/** What waits for a panel member, a decision maker or the secretariat between the panel and the appointment. */
export async function panelTasks(actor: Actor): Promise<readonly Task[]> {
  if (actor.userId === null) return [];
  if (actor.role === "panelMember") return memberTasks(actor, actor.userId);
  if (actor.role === "decisionMaker") return decisionTasks(actor, actor.userId);
  if (actor.role === "secretariat") return secretariatTasks(actor);
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

/** Panels to set, open or mend, and appointments to make. */
async function secretariatTasks(actor: Actor): Promise<readonly Task[]> {
  const [vacancies, counted, panels] = await Promise.all([
    database().vacancy.findMany({
      where: { state: { in: ["screening", "assessment", "decided"] } },
      orderBy: { id: "asc" },
      take: UNDER_WAY,
      select: { ...CASE, state: true, panel: { select: { scoringDueOn: true } } },
    }),
    database().candidacy.groupBy({
      by: ["vacancyId", "state"],
      where: { vacancy: { state: "screening" }, state: { in: ["consented", "screenedIn"] } },
      _count: true,
    }),
    loadPanels(database(), { vacancy: { state: "assessment" } }, UNDER_WAY),
  ]);
  const toMend = new Set(panels.filter(needsMending).map(({ vacancyId }) => vacancyId));
  const count = (id: string, state: string) =>
    counted.find((one) => one.vacancyId === id && one.state === state)?._count ?? 0;
  const whatOf = ({ id, state, panel }: (typeof vacancies)[number]) => {
    if (state === "decided") return "appoint";
    if (state === "assessment") return toMend.has(id) ? "mendPanel" : null;
    if (!waitsForPanel({ unscreened: count(id, "consented"), screenedIn: count(id, "screenedIn") }))
      return null;
    return panel ? "openPanel" : "setPanel";
  };
  const tasks = vacancies.flatMap((vacancy): Task | readonly never[] => {
    const what = whatOf(vacancy);
    if (!what) return [];
    return {
      id: `${what}:${vacancy.id}`,
      title: SECRETARIAT_TITLES[what],
      params: caseOf(actor, vacancy),
      to: what === "appoint" ? paths.appoint(vacancy.id) : paths.setPanel(vacancy.id),
      dueAt: what === "appoint" ? null : day(vacancy.panel?.scoringDueOn ?? null),
    };
  });
  return tasks.toSorted((a, b) => dueFirst(a, b)).slice(0, LIMIT);
}

/** What is due sooner first; what has no day last. */
const dueFirst = (a: Task, b: Task) =>
  (a.dueAt ?? "~") < (b.dueAt ?? "~") ? -1 : a.dueAt === b.dueAt ? 0 : 1;
