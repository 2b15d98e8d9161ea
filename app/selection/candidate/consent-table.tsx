import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { CONSENT_PURPOSES, type ConsentPurpose } from "#app/selection/nomination/profile.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { DataTable } from "#app/ui/table.tsx";

interface Props {
  readonly candidacyId: string;
  readonly consents: readonly { readonly purpose: ConsentPurpose; readonly given: boolean }[];
  /** Whether the candidacy is under way, so that it can be withdrawn. */
  readonly mayWithdraw: boolean;
}

/** What a candidate agreed to, purpose by purpose, with the way to change each. */
export function ConsentTable({ candidacyId, consents, mayWithdraw }: Props) {
  const { t } = useLanguage();
  const rows = CONSENT_PURPOSES.map((purpose) => ({
    purpose,
    given: consents.find((consent) => consent.purpose === purpose)?.given ?? false,
  }));
  return (
    <DataTable
      caption={t("selection.own.consents")}
      captionHidden
      rows={rows}
      rowKey={({ purpose }) => purpose}
      empty={null}
      note={t("selection.own.cadreNote")}
      columns={[
        {
          key: "purpose",
          header: t("selection.own.purpose"),
          rowHeader: true,
          cell: ({ purpose }) => t(`selection.own.purpose.${purpose}`),
        },
        {
          key: "given",
          header: t("selection.own.agreement"),
          nowrap: true,
          cell: ({ given }) => (
            <Badge tone={given ? "good" : "neutral"}>
              {given ? t("selection.own.given") : t("selection.own.notGiven")}
            </Badge>
          ),
        },
        {
          key: "change",
          header: t("selection.document.actions"),
          cell: ({ purpose, given }) => {
            const change = given ? t("selection.own.takeBack") : t("selection.own.give");
            const label = t("selection.own.changeOf", {
              change,
              purpose: t(`selection.own.purpose.${purpose}`),
            });
            if (purpose === "vacancy")
              return (
                mayWithdraw && (
                  <LinkButton size="small" to={paths.withdrawCandidacy(candidacyId)}>
                    {t("selection.own.withdraw")}
                  </LinkButton>
                )
              );
            return (
              <Form method="post">
                <input type="hidden" name="purpose" value={purpose} />
                <input type="hidden" name="given" value={given ? "no" : "yes"} />
                <Button variant="secondary" size="small" aria-label={label}>
                  {change}
                </Button>
              </Form>
            );
          },
        },
      ]}
    />
  );
}
