import { useLanguage } from "#app/i18n/provider.tsx";
import type { DecisionCandidate, DecisionPage } from "#app/selection/report/report-page.ts";
import { TextArea } from "#app/ui/field.tsx";
import type { FieldBinding } from "#app/ui/field-props.ts";
import { GROUND_LENGTH } from "./decision-grounds.ts";

interface LinesProps {
  readonly candidate: DecisionCandidate;
  readonly people: DecisionPage["report"]["people"];
}

/** What selecting a candidate has to be argued for: whom the figures cannot tell from them, who surely stands above. */
export function GroundLines({ candidate: { grounds }, people }: LinesProps) {
  const { t, format } = useLanguage();
  const names = (ids: readonly string[]) => format.list(ids.map((id) => people[id]?.name ?? "–"));
  if (!grounds) return null;
  return (
    <>
      {grounds.tiedWith.length > 0 && (
        <span className="block">{t("selection.decision.tiedWith", { names: names(grounds.tiedWith) })}</span>
      )}
      {grounds.passedOver.length > 0 && (
        <span className="block">
          {t("selection.decision.passedOver", {
            names: names(grounds.passedOver),
            count: grounds.passedOver.length,
          })}
        </span>
      )}
    </>
  );
}

interface FieldsProps {
  readonly page: DecisionPage;
  readonly tieBreak: FieldBinding;
  readonly departure: FieldBinding;
}

/** The grounds that a choice may want, each offered where choosing somebody would want it. */
export function GroundFields({ page: { candidates }, tieBreak, departure }: FieldsProps) {
  const { t } = useLanguage();
  const text = { rows: 4, maxLength: 6000 };
  return (
    <>
      {candidates.some(({ grounds }) => grounds && grounds.tiedWith.length > 0) && (
        <TextArea
          {...tieBreak}
          {...text}
          label={t("selection.decision.tieBreak")}
          hint={t("selection.decision.tieBreakHint", { characters: GROUND_LENGTH })}
        />
      )}
      {candidates.some(({ grounds }) => grounds && grounds.passedOver.length > 0) && (
        <TextArea
          {...departure}
          {...text}
          label={t("selection.decision.departure")}
          hint={t("selection.decision.departureHint", { characters: GROUND_LENGTH })}
        />
      )}
    </>
  );
}

interface GivenProps {
  readonly tieBreakReason: string | null;
  readonly departureReason: string | null;
}

/** The grounds given with a decision, in the terms of a list of definitions. */
export function useGivenGrounds({ tieBreakReason, departureReason }: GivenProps) {
  const { t } = useLanguage();
  return [
    { term: t("selection.decision.tieBreak"), text: tieBreakReason },
    { term: t("selection.decision.departure"), text: departureReason },
  ].flatMap(({ term, text }) =>
    text === null ? [] : [{ term, detail: <p className="whitespace-pre-line">{text}</p> }],
  );
}
