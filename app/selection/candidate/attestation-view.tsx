import { useLanguage } from "#app/i18n/provider.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { ATTESTED_ELEMENTS } from "./attestation.ts";

interface Props {
  readonly attestation: {
    readonly number: number;
    readonly unable: readonly string[];
    readonly explanation: string | null;
  };
}

/** One attestation, element by element, with what the candidate says of those they could not attest. */
export function AttestationView({ attestation }: Props) {
  const { t } = useLanguage();
  const { number, unable, explanation } = attestation;
  return (
    <>
      <DataTable
        caption={t("selection.attestation.number", { number })}
        captionHidden
        rows={ATTESTED_ELEMENTS.map((element) => ({ element, attested: !unable.includes(element) }))}
        rowKey={({ element }) => element}
        empty={null}
        columns={[
          {
            key: "element",
            header: t("selection.attestation.element"),
            cell: ({ element }) => t(`selection.attestation.${element}`),
          },
          {
            key: "answer",
            header: t("selection.attestation.answer"),
            nowrap: true,
            cell: ({ attested }) => (
              <Badge tone={attested ? "good" : "warn"}>
                {attested ? t("selection.attestation.attested") : t("selection.attestation.notAttested")}
              </Badge>
            ),
          },
        ]}
      />
      {explanation && (
        <blockquote className="measure mt-3 border-s-2 border-edge ps-4">
          <p className="label-caps text-muted">{t("selection.attestation.words")}</p>
          <p className="whitespace-pre-line">{explanation}</p>
        </blockquote>
      )}
    </>
  );
}
