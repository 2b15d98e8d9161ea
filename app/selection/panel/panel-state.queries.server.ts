import type { Prisma } from "#app/generated/prisma/client.ts";
import { now } from "#app/platform/clock.server.ts";
import type { Reader } from "#app/platform/database.server.ts";
import { unheardAmong } from "#app/selection/interview/arranged.queries.server.ts";
import { awaitsDecision, type CandidacyState, hasLeft, LEFT_STATES } from "#app/selection/lifecycle.ts";
import { blindLetters } from "#app/selection/sheet/blind.ts";
import { JUDGED_STATES } from "./panel.ts";
import { judgedNow, type PanelState } from "./panel-facts.ts";
import type { VacancyTitle } from "./panel-page.ts";
import { PHASE_RIGHTS, roundOf } from "./phase.ts";

const PANEL = {
  id: true,
  vacancyId: true,
  phase: true,
  version: true,
  interview: true,
  blind: true,
  calibrates: true,
  comparedAt: true,
  revealedAt: true,
  vacancy: {
    select: {
      state: true,
      decision: { select: { decidedById: true } },
      candidacies: {
        where: { state: { in: [...JUDGED_STATES, ...LEFT_STATES] } },
        orderBy: { id: "asc" },
        select: {
          id: true,
          state: true,
          withdrawnAt: true,
          finding: { select: { id: true } },
          passedOver: { select: { panelId: true } },
        },
      },
      reports: {
        where: { completedAt: { not: null } },
        orderBy: { version: "desc" },
        take: 1,
        select: { createdAt: true },
      },
    },
  },
  members: {
    orderBy: { id: "asc" },
    select: {
      id: true,
      userId: true,
      chair: true,
      declaredAt: true,
      conflicts: { select: { candidacyId: true } },
    },
  },
} satisfies Prisma.PanelSelect;
type Loaded = Prisma.PanelGetPayload<{ select: typeof PANEL }>;

/** A panel with its seats, recusals and candidacies: what every rule and permission of it is decided upon. */
export async function loadPanel(reader: Reader, panelId: string): Promise<PanelState | null> {
  const panel = await reader.panel.findUnique({ where: { id: panelId }, select: PANEL });
  return panel && stateOf(panel);
}

/** Panels in the same way, in as many statements as for one; those due first come first. */
export async function loadPanels(
  reader: Reader,
  where: Prisma.PanelWhereInput,
  most: number,
): Promise<readonly PanelState[]> {
  const panels = await reader.panel.findMany({
    where,
    orderBy: [{ scoringDueOn: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    take: most,
    select: PANEL,
  });
  return panels.map(stateOf);
}

function stateOf(panel: Loaded): PanelState {
  const { candidacies, reports, decision, state } = panel.vacancy;
  const reportedAt = reports[0]?.createdAt ?? null;
  const judged = candidacies.filter((one) => isJudged(one, reportedAt));
  return {
    id: panel.id,
    vacancyId: panel.vacancyId,
    phase: panel.phase,
    version: panel.version,
    vacancyState: state,
    interview: panel.interview,
    blind: panel.blind,
    calibrates: panel.calibrates,
    letters: panel.blind
      ? blindLetters(
          panel.id,
          candidacies.map(({ id }) => id),
        )
      : new Map(),
    comparedAt: panel.comparedAt,
    revealedAt: panel.revealedAt,
    reported: reportedAt !== null,
    candidacyIds: judged.map(({ id }) => id),
    passedOver: judged.filter(({ passedOver }) => passedOver !== null).map(({ id }) => id),
    decision:
      awaitsDecision(state) || decision
        ? {
            decidedByUserId: decision?.decidedById ?? null,
            candidacyIds: candidacies.filter((one) => RECOMMENDED.has(one.state)).map(({ id }) => id),
          }
        : null,
    members: panel.members.map(({ declaredAt, conflicts, ...seat }) => ({
      ...seat,
      declared: declaredAt !== null,
      recusedFrom: [...new Set(conflicts.map(({ candidacyId }) => candidacyId))],
    })),
  };
}

/** What becomes of those whom a report recommends. */
const RECOMMENDED: ReadonlySet<CandidacyState> = new Set(["recommended", "selected", "appointed"]);

interface Judged {
  readonly state: CandidacyState;
  readonly withdrawnAt: Date | null;
  readonly finding: unknown;
}

/** A signed report stands as it was made: who withdraws after it stays among those it was made over. */
const isJudged = ({ state, withdrawnAt, finding }: Judged, reportedAt: Date | null) =>
  !hasLeft(state) ||
  (finding !== null && reportedAt !== null && withdrawnAt !== null && withdrawnAt >= reportedAt);

/** Which sheets of a panel's round have been submitted; never what stands in them. */
export function submittedSheets(reader: Reader, panel: Pick<PanelState, "id" | "phase" | "interview">) {
  const stage = roundOf(panel.phase, panel);
  return reader.scoreSheet.findMany({
    where: { member: { panelId: panel.id }, stage, submittedAt: { not: null }, supersededById: null },
    select: { memberId: true, candidacyId: true },
  });
}

/** Those whose sheets are owed in the interviews under way and whose interview has not begun; none in another round. */
export const unheardOf = async (reader: Reader, panel: PanelState) =>
  PHASE_RIGHTS[panel.phase].scores === "interview" ? unheardAmong(reader, judgedNow(panel), now()) : [];

/** What stands over every page and message of a vacancy: the post, the mission, in both languages. */
export const VACANCY_TITLE = {
  reference: true,
  post: {
    select: {
      level: true,
      roleKind: { select: { nameEn: true, nameFr: true } },
      mission: { select: { acronym: true, nameEn: true, nameFr: true } },
    },
  },
} as const;

/** The title of one vacancy. */
export async function readVacancyTitle(reader: Reader, vacancyId: string) {
  const vacancy = await reader.vacancy.findUniqueOrThrow({
    where: { id: vacancyId },
    select: VACANCY_TITLE,
  });
  return titleOf(vacancy);
}

interface Titled {
  readonly reference: string;
  readonly post: Omit<VacancyTitle, "reference">;
}

/** A vacancy's title as pages take it. */
export const titleOf = ({ reference, post }: Titled): VacancyTitle => ({
  reference,
  level: post.level,
  roleKind: post.roleKind,
  mission: post.mission,
});
