import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";

interface Props {
  readonly rubricId: string;
  readonly version: number;
  /** It is a draft, and this reader may change it. */
  readonly mayWrite: boolean;
  /** It was published: the page tells whether it can be changed, and how it was. */
  readonly published?: boolean;
}

/** What can be done with a rubric: change it, see it as a score sheet, compare its versions. */
export function RubricLinks({ rubricId, version, mayWrite, published = false }: Props) {
  const t = useT();
  return (
    <>
      {mayWrite && (
        <LinkButton size="small" to={paths.rubricWorkshop(rubricId)}>
          {t("rubric.change")}
        </LinkButton>
      )}
      <LinkButton size="small" to={paths.rubricPreview(rubricId)}>
        {t("rubric.preview")}
      </LinkButton>
      <LinkButton size="small" to={paths.rubricVersions(rubricId)}>
        {t("rubric.versionsLink", { count: version })}
      </LinkButton>
      {published && (
        <LinkButton size="small" to={paths.rubricChange(rubricId)}>
          {t("rubricChange.title")}
        </LinkButton>
      )}
    </>
  );
}
