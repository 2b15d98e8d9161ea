import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import type { WholeCall } from "#app/selection/call/call.queries.server.ts";
import { FrozenHash } from "#app/selection/rubric/frozen-hash.tsx";
import { RubricLinks } from "#app/selection/rubric/rubric-links.tsx";
import { RubricTable } from "#app/selection/rubric/rubric-table.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { CadreCriteria } from "./cadre-criteria.tsx";

interface Props {
  readonly reference: string;
  readonly rubric: WholeCall["rubric"];
  readonly draft: boolean;
  readonly mayManage: boolean;
  readonly oversees: boolean;
}

/** By what those who come by a call for the cadre are judged; the usual weights where it was published before it had its own. */
export function CadreRubric({ reference, rubric, draft, mayManage, oversees }: Props) {
  const { t } = useLanguage();
  return (
    <Section
      title={t("selection.rubric.title")}
      id="rubric"
      lead={t("call.cadreWeights")}
      actions={
        rubric && (
          <>
            {oversees && (
              <RubricLinks rubricId={rubric.id} version={rubric.version} mayWrite={mayManage && draft} />
            )}
            {rubric.frozenAt && (
              <LinkButton size="small" to={paths.rubric(reference)} reloadDocument>
                {t("selection.rubric.download")}
              </LinkButton>
            )}
          </>
        )
      }
    >
      {rubric ? (
        <>
          <FrozenHash rubric={rubric} />
          <RubricTable rubric={rubric} />
        </>
      ) : (
        <CadreCriteria />
      )}
    </Section>
  );
}
