import type { Format } from "#app/i18n/format.ts";
import type { Translate } from "#app/i18n/translate.ts";
import type { ClearanceKind } from "#app/selection/clearance/clearance.ts";
import type { Requirement } from "#app/selection/screening/requirement.ts";
import { requirementWords } from "#app/selection/screening/requirement-words.ts";
import { availabilityWords } from "./availability-words.ts";
import type { verdictsOn } from "./demand.ts";
import type { FitFacts } from "./fit.ts";

/** What is known of a member for a post. */
export interface FitFile extends Pick<FitFacts, "level" | "languages" | "evidence" | "available"> {
  readonly verdicts: ReturnType<typeof verdictsOn>;
  /** Names of the host states that they are nationals of. */
  readonly host: readonly string[];
  /** Whether they said that they cannot serve there, or take other kinds of post only. */
  readonly impossible: boolean;
  readonly unwilling: boolean;
  /** How many conflicts with the panel the register has. */
  readonly conflicts: number;
  /** ISO dates; null where they have not said. */
  readonly availableFrom: string | null;
  readonly availableUntil: string | null;
  /** Those clear today, each with the ISO date until which it holds. */
  readonly clearances: readonly { readonly kind: ClearanceKind; readonly validUntil: string }[];
}

/** What speaks for a member, what is missing, what is not known, and what stands against an invitation; in words. */
export interface FitReasons {
  readonly speaks: readonly string[];
  readonly lacks: readonly string[];
  readonly unknown: readonly string[];
  readonly bars: readonly string[];
}

/** Every reason and every gap of a member in words; what is not on file is said to be so. */
export function fitReasons(t: Translate, format: Format, member: FitFile): FitReasons {
  const found = { met: [] as string[], notMet: [] as string[], cannotTell: [] as string[] };
  const sayIf = (holds: boolean | null, met: string, notMet: string, unknown: string) => {
    if (holds === null) found.cannotTell.push(unknown);
    else if (holds) found.met.push(met);
    else found.notMet.push(notMet);
  };
  const words = (requirement: Requirement) => requirementWords(t, format.locale, requirement);
  const share = (of: number | null) => (of === null ? "" : format.percent(of));
  const ready = t("fit.ready", { level: t(`cadre.readiness.${member.level}`) });
  sayIf(member.level === "now", ready, ready, ready);
  for (const { requirement, verdict } of member.verdicts)
    if (requirement.kind !== "notHostNational") found[verdict].push(words(requirement));
  sayIf(
    member.languages === null ? null : member.languages === 1,
    t("fit.languagesAll"),
    t("fit.languagesSome", { share: share(member.languages) }),
    t("fit.languagesUnknown"),
  );
  const judged = t("fit.evidence", { share: share(member.evidence) });
  sayIf(member.evidence === null ? null : member.evidence >= 0.5, judged, judged, t("fit.evidenceUnknown"));
  if (member.impossible) found.notMet.push(t("fit.impossible"));
  if (member.unwilling) found.notMet.push(t("fit.unwilling"));
  if (!member.impossible && !member.unwilling) sayIf(member.available, ...availability(t, format, member));
  for (const { kind, validUntil } of member.clearances)
    found.met.push(
      t("fit.clearance", { kind: t(`selection.clearance.kind.${kind}`), date: format.date(validUntil) }),
    );
  if (member.clearances.length === 0) found.cannotTell.push(t("fit.noClearance"));
  return {
    ...{ speaks: found.met, lacks: found.notMet, unknown: found.cannotTell },
    bars: [
      ...(member.host.length > 0 ? [t("fit.host", { states: format.list(member.host) })] : []),
      ...(member.conflicts > 0 ? [t("fit.conflict", { count: member.conflicts })] : []),
    ],
  };
}

function availability(
  t: Translate,
  format: Format,
  { availableFrom, availableUntil }: FitFile,
): [string, string, string] {
  const when = availabilityWords(t, format, availableFrom, availableUntil) ?? t("cadre.member.notStated");
  return [t("fit.available", { when }), t("fit.notAvailable", { when }), t("fit.availableUnknown")];
}
