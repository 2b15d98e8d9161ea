import { useLanguage } from "#app/i18n/provider.tsx";
import type { Requirement } from "#app/selection/screening/requirement.ts";
import { availabilityWords } from "./availability-words.ts";
import type { FittingMember } from "./read-fit.server.ts";

/** What speaks for a member, what is missing, what is not known, and what stands against an invitation; in words. */
export interface FitReasons {
  readonly speaks: readonly string[];
  readonly lacks: readonly string[];
  readonly unknown: readonly string[];
  readonly bars: readonly string[];
}

/** Puts every reason and every gap into words; what is not on file is said to be so. */
export function useFitReasons(
  words: (requirement: Requirement) => string,
): (member: FittingMember) => FitReasons {
  const { t, format } = useLanguage();
  return (member) => {
    const found = { met: [] as string[], notMet: [] as string[], cannotTell: [] as string[] };
    const sayIf = (holds: boolean | null, met: string, notMet: string, unknown: string) => {
      if (holds === null) found.cannotTell.push(unknown);
      else if (holds) found.met.push(met);
      else found.notMet.push(notMet);
    };
    const ready = t("fit.ready", { level: t(`cadre.readiness.${member.level}`) });
    sayIf(member.level === "now", ready, ready, ready);
    for (const { requirement, verdict } of member.verdicts)
      if (requirement.kind !== "notHostNational") found[verdict].push(words(requirement));
    const tongues = member.languages === null ? "" : format.percent(member.languages);
    sayIf(
      member.languages === null ? null : member.languages === 1,
      t("fit.languagesAll"),
      t("fit.languagesSome", { share: tongues }),
      t("fit.languagesUnknown"),
    );
    const judged = member.evidence === null ? "" : format.percent(member.evidence);
    sayIf(
      member.evidence === null ? null : member.evidence >= 0.5,
      t("fit.evidence", { share: judged }),
      t("fit.evidence", { share: judged }),
      t("fit.evidenceUnknown"),
    );
    if (member.impossible) found.notMet.push(t("fit.impossible"));
    if (member.unwilling) found.notMet.push(t("fit.unwilling"));
    if (!member.impossible && !member.unwilling) sayIf(member.available, ...availability(member));
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
  };

  function availability({ availableFrom, availableUntil }: FittingMember): [string, string, string] {
    const stated = availabilityWords(t, format, availableFrom, availableUntil) ?? t("cadre.member.notStated");
    return [
      t("fit.available", { when: stated }),
      t("fit.notAvailable", { when: stated }),
      t("fit.availableUnknown"),
    ];
  }
}
