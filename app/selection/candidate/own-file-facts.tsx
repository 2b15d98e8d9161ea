import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import type { ConsentPurpose } from "#app/selection/nomination/profile.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";

interface Props {
  readonly candidacyId: string;
  readonly consents: readonly { readonly purpose: ConsentPurpose; readonly given: boolean }[];
  readonly clearances: { readonly asked: number; readonly answered: number };
}

/** What the candidate agreed to, and how many of the gates have been answered; how, nobody tells them here. */
export function OwnFileFacts({ candidacyId, consents, clearances }: Props) {
  const { t, format } = useLanguage();
  const given = consents.filter((consent) => consent.given);
  return (
    <DefinitionList
      items={[
        {
          term: t("selection.own.consents"),
          detail:
            consents.length === 0 ? (
              t("selection.own.noConsent")
            ) : (
              <Link to={paths.changeConsent(candidacyId)}>
                {given.length > 0
                  ? format.list(given.map(({ purpose }) => t(`selection.own.purpose.${purpose}`)))
                  : t("selection.own.notGiven")}
              </Link>
            ),
        },
        ...(clearances.asked > 0
          ? [{ term: t("selection.candidacy.clearances"), detail: t("selection.own.clearances", clearances) }]
          : []),
      ]}
    />
  );
}
