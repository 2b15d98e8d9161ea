import { z } from "zod";
import { GENDERS } from "#app/gender/counts.ts";
import { CONFLICT_SOURCES } from "#app/selection/conflict/conflict.ts";
import { COMPOSITION_RULES } from "#app/selection/panel/panel-composition.ts";
import { recusalsAmong, type Seat } from "#app/selection/panel/panel-facts.ts";
import { PANEL_PHASES } from "#app/selection/panel/phase.ts";
import { figuresSchema, type RankingFigures } from "#app/selection/ranking/ranking-figures.ts";
import { FINDING_OUTCOMES } from "./finding.ts";
import { FINDING_REASON_NAMES } from "./finding-reasons.ts";
import { LIST_OUTCOMES } from "./list-outcomes.ts";

const inTwo = z.object({ en: z.string(), fr: z.string() });

const criterion = z.object({ id: z.uuid(), code: z.string(), name: inTwo, weight: z.number().int() });

const member = z.object({
  memberId: z.uuid(),
  gender: z.enum(GENDERS),
  nationality: z.string(),
  external: z.boolean(),
  chair: z.boolean(),
  /** From how many candidacies; why is nobody's business but the panel's. */
  recusedFrom: z.number().int(),
});

const found = z.object({
  candidacyId: z.uuid(),
  gender: z.enum(GENDERS),
  outcome: z.enum(FINDING_OUTCOMES),
  text: z.string(),
  findingVersion: z.number().int(),
});

const common = {
  rubric: z.object({ hash: z.string(), levels: z.number().int(), criteria: z.array(criterion) }),
  figures: figuresSchema,
  /** Why a shortlist of three or more has no woman, or no man. */
  balanceReason: z.string().nullable(),
};

/** As reports were made until findings were written criterion by criterion: they are read for as long as they are kept. */
const first = z.object({
  ...common,
  v: z.literal(1),
  composition: z.object({
    level: z.string(),
    members: z.array(member),
    exceptions: z.array(z.enum(COMPOSITION_RULES)),
    exceptionReason: z.string().nullable(),
  }),
  candidacies: z.array(found),
});

/** The rounds that a panel went through; none in reports made before they were told. */
const rounds = z.object({
  /** The sample case: null on panels from before there were any. */
  calibration: z
    .object({
      held: z.boolean(),
      /** Why none was scored, or why its sheets were opened before all were in; empty where neither. */
      reason: z.string(),
      sheets: z.number().int(),
    })
    .nullable(),
  blind: z.boolean(),
  interview: z.boolean(),
  phases: z.array(
    z.object({
      phase: z.enum(PANEL_PHASES),
      openedAt: z.iso.datetime(),
      closedAt: z.iso.datetime().nullable(),
    }),
  ),
  /** Empty where nobody was interviewed. */
  heard: z.array(z.uuid()),
  passedOver: z.array(z.object({ candidacyId: z.uuid(), reason: z.string() })),
  /** Why no woman, or no man, was among three or more who were heard. */
  balanceReason: z.string(),
});

const second = z.object({
  ...common,
  v: z.literal(2),
  composition: z.object({
    level: z.string(),
    members: z.array(member),
    exceptions: z.array(z.object({ rule: z.enum(COMPOSITION_RULES), reason: z.string() })),
  }),
  rounds: rounds.optional(),
  /** How the published rubric was changed before the panel scored anew; none in reports made before it could be. */
  rubricChanges: z
    .array(
      z.object({
        hashBefore: z.string(),
        hashAfter: z.string(),
        publishedBefore: z.iso.datetime(),
        at: z.iso.datetime(),
        reason: z.string(),
      }),
    )
    .optional(),
  /** How many recusals each source led to, by member; a member may be recused from one candidacy by several. */
  conflicts: z.array(
    z.object({ memberId: z.uuid(), source: z.enum(CONFLICT_SOURCES), count: z.number().int() }),
  ),
  /** How fair averages came about, as `FairAverages` and `RankCertainty` name it; null where nothing is ranked. */
  method: z
    .object({
      model: z.string(),
      varianceMembers: z.number().nullable(),
      varianceResidual: z.number().nullable(),
      panels: z.string(),
    })
    .nullable(),
  candidacies: z.array(
    found.extend({
      judges: z.number().int(),
      /** None in findings written before reasons were asked. */
      reasonCodes: z.array(z.enum(FINDING_REASON_NAMES)),
      criteria: z.array(
        z.object({
          criterionId: z.uuid(),
          level: z.number().int().nullable(),
          text: z.string(),
          reason: z.string(),
        }),
      ),
    }),
  ),
  /** Everybody else nominated for the vacancy, and how each case ended. */
  others: z.array(
    z.object({ candidacyId: z.uuid(), outcome: z.enum(LIST_OUTCOMES), codes: z.array(z.string()) }),
  ),
});

/**
 * What a panel report says, as it was when it was made. People stand in it by id alone: their names are looked up when
 * it is shown, so that erasure reaches them.
 */
export const panelReportSchema = z.discriminatedUnion("v", [first, second]);
export type PanelReportContent = z.output<typeof panelReportSchema>;
/** A report as it is made today. */
export type NewReport = z.output<typeof second>;
export type ReportedFinding = NewReport["candidacies"][number];

/** The findings of a report, whichever its version: earlier ones have none on single criteria. */
export const findingsIn = (content: PanelReportContent): readonly ReportedFinding[] =>
  content.v === 2
    ? content.candidacies
    : content.candidacies.map((one) => ({ ...one, judges: 0, reasonCodes: [], criteria: [] }));

/** The rules of composition that a panel departs from, each with its reason. */
export function exceptionsIn({ v, ...content }: PanelReportContent): NewReport["composition"]["exceptions"] {
  const { composition } = content;
  if (!("exceptionReason" in composition)) return composition.exceptions;
  return composition.exceptions.map((rule) => ({ rule, reason: composition.exceptionReason ?? "" }));
}

/** What is made anew for a reader who may not see all of a report's candidacies. */
interface Remade {
  /** From the sheets on the other candidacies alone. */
  readonly figures: RankingFigures;
  /** From how many of the other candidacies each member is recused. */
  readonly recusals: ReadonlyMap<string, number>;
}

/**
 * A report as a member recused from some of its candidacies may see it: as if those had never been on the panel. The
 * figures are not cut but made anew without them, since a gap in the ranks, a total or another's shift would give them
 * away, and so are the recusals; the reason about the shortlist's balance, which may speak of anybody, is left out, and so is
 * what was counted over all: sources of conflicts, variances, the ends of other cases.
 */
export function reportWithout(
  content: PanelReportContent,
  withheld: ReadonlySet<string>,
  { figures, recusals }: Remade,
): PanelReportContent {
  if (withheld.size === 0) return content;
  const members = content.composition.members.map((one) => ({
    ...one,
    recusedFrom: recusals.get(one.memberId) ?? 0,
  }));
  const seen = ({ candidacyId }: { readonly candidacyId: string }) => !withheld.has(candidacyId);
  const rest = { figures, balanceReason: null };
  if (content.v === 1) {
    const { composition, candidacies } = content;
    return {
      ...content,
      ...rest,
      composition: { ...composition, members },
      candidacies: candidacies.filter(seen),
    };
  }
  return {
    ...content,
    ...rest,
    composition: { ...content.composition, members },
    candidacies: content.candidacies.filter(seen),
    ...(content.rounds && {
      rounds: {
        ...content.rounds,
        heard: content.rounds.heard.filter((id) => !withheld.has(id)),
        passedOver: content.rounds.passedOver.filter(seen),
        balanceReason: "",
      },
    }),
    conflicts: [],
    method: null,
    others: [],
  };
}

/** What of a report tells whether it still stands. */
export interface ReportStand {
  readonly candidacies: readonly Pick<ReportedFinding, "candidacyId" | "findingVersion">[];
  readonly composition: {
    readonly members: readonly { readonly memberId: string; readonly recusedFrom: number }[];
  };
}

/** What a report is compared with to tell whether it still stands. */
interface ReportBasis {
  readonly findings: readonly { readonly candidacyId: string; readonly version: number }[];
  readonly members: readonly Pick<Seat, "id" | "recusedFrom">[];
}

/**
 * Whether findings were changed, or a member was recused, since the report was made: then signatures under it say
 * nothing. Recusals are never taken back while a panel is at work, so that their number tells.
 */
export function isOutOfDate(content: ReportStand, { findings, members }: ReportBasis): boolean {
  const ids = content.candidacies.map(({ candidacyId }) => candidacyId);
  const recusals = recusalsAmong({ members }, ids);
  const versions = new Map(findings.map(({ candidacyId, version }) => [candidacyId, version]));
  return (
    content.candidacies.some((one) => versions.get(one.candidacyId) !== one.findingVersion) ||
    content.composition.members.some(
      ({ memberId, recusedFrom }) => (recusals.get(memberId) ?? recusedFrom) !== recusedFrom,
    )
  );
}
