import { z } from "zod";
import { GENDERS } from "#app/gender/counts.ts";
import { FINDING_OUTCOMES } from "./finding.ts";
import { COMPOSITION_RULES } from "./panel-composition.ts";
import { figuresSchema, type RankingFigures } from "./ranking-figures.ts";

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

/**
 * What a panel report says, as it was when it was made. People stand in it by id alone: their names are looked up when
 * it is shown, so that erasure reaches them.
 */
export const panelReportSchema = z.object({
  v: z.literal(1),
  rubric: z.object({ hash: z.string(), levels: z.number().int(), criteria: z.array(criterion) }),
  composition: z.object({
    level: z.string(),
    members: z.array(member),
    exceptions: z.array(z.enum(COMPOSITION_RULES)),
    exceptionReason: z.string().nullable(),
  }),
  candidacies: z.array(found),
  figures: figuresSchema,
  /** Why a shortlist of three or more has no woman, or no man. */
  balanceReason: z.string().nullable(),
});
export type PanelReportContent = z.output<typeof panelReportSchema>;

/**
 * A report as a member recused from some of its candidacies may see it: as if those had never been on the panel. The
 * figures are not cut but made anew without them, since a gap in the ranks, a total or another's shift would give them
 * away; the reason about the shortlist's balance, which may speak of anybody, is left out.
 *
 * @param figures made from the sheets on the other candidacies alone
 */
export function reportWithout(
  content: PanelReportContent,
  withheld: ReadonlySet<string>,
  figures: RankingFigures,
): PanelReportContent {
  if (withheld.size === 0) return content;
  return {
    ...content,
    candidacies: content.candidacies.filter(({ candidacyId }) => !withheld.has(candidacyId)),
    figures,
    balanceReason: null,
  };
}

/** Whether findings were changed since the report was made: then signatures under it say nothing. */
export function isOutOfDate(
  content: Pick<PanelReportContent, "candidacies">,
  now: readonly { readonly candidacyId: string; readonly version: number }[],
): boolean {
  const versions = new Map(now.map(({ candidacyId, version }) => [candidacyId, version]));
  return content.candidacies.some((one) => versions.get(one.candidacyId) !== one.findingVersion);
}
