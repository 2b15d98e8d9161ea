import type { ReactNode } from "react";
import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

interface Props {
  readonly title: string;
  readonly engagementId: string;
  readonly mentor: string;
  readonly mentee: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly meta?: ReactNode;
}

/** The head of the pages below a pair's. */
export function PairHeader({ engagementId, mentor, mentee, ...header }: Props) {
  const t = useT();
  return (
    <PageHeader
      {...header}
      breadcrumbsLabel={t("mentoring.breadcrumbs")}
      breadcrumbs={[
        { to: paths.engagements(), label: t("nav.engagements") },
        { to: paths.engagement(engagementId), label: t("mentoring.engagement.pair", { mentor, mentee }) },
      ]}
    />
  );
}
