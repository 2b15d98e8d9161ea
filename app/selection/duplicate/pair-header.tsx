import type { ReactNode } from "react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import type { PairPage } from "./duplicate.queries.server.ts";

interface Props {
  readonly pair: Pick<PairPage, "id" | "first" | "second" | "likeness">;
  readonly title: string;
  readonly lead?: string;
  readonly actions?: ReactNode;
  /** Whether the page is one of the pair's, not the pair's own. */
  readonly within?: boolean;
}

/** The head of a page about two people who may be one. */
export function PairHeader({ pair, title, lead, actions, within = false }: Props) {
  const { t } = useLanguage();
  const { id, first, second, likeness } = pair;
  const both = t("selection.duplicate.pairOf", { first: first.name, second: second.name });
  return (
    <PageHeader
      title={title}
      eyebrow={within ? undefined : both}
      breadcrumbsLabel={t("selection.panel.breadcrumbs")}
      breadcrumbs={[
        { to: paths.duplicates(), label: t("nav.duplicates") },
        ...(within ? [{ to: paths.duplicate(id), label: both }] : []),
      ]}
      meta={`${t("selection.duplicate.likeness")} ${t("selection.duplicate.likenessOf", { likeness })}`}
      lead={lead}
      actions={actions}
    />
  );
}
