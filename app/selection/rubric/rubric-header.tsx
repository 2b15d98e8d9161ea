import { inLanguage } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { ownerPath, type RubricOwner } from "./rubric-owner.ts";

interface Props {
  readonly title: string;
  readonly owner: RubricOwner;
  readonly version: number;
  readonly lead?: string | undefined;
}

/** The head of a page about one rubric. */
export function RubricHeader({ title, owner, version, lead }: Props) {
  const { t, format } = useLanguage();
  return (
    <PageHeader
      title={title}
      eyebrow={inLanguage(format.locale, owner.name)}
      breadcrumbsLabel={t("selection.panel.breadcrumbs")}
      breadcrumbs={[
        { to: paths.rubrics(), label: t("rubric.list") },
        { to: ownerPath(owner), label: owner.reference },
      ]}
      meta={t("rubric.versionNumber", { version })}
      lead={lead}
    />
  );
}
