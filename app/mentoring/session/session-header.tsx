import type { ReactNode } from "react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { PageHeader } from "#app/ui/page-header.tsx";

interface Props {
  readonly title: string;
  readonly session: {
    readonly id: string;
    readonly engagementId: string;
    readonly startsAt: string;
    readonly ownZone: string;
    readonly mentor: { readonly name: string };
    readonly mentee: { readonly name: string };
  };
  /** Whether the page is the session's own, or one below it. */
  readonly below?: boolean;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly meta?: ReactNode;
}

/** The head of the pages about one session: of which pair, and when. */
export function SessionHeader({ session, below = true, ...header }: Props) {
  const { t, format } = useLanguage();
  const { id, engagementId, startsAt, ownZone, mentor, mentee } = session;
  const pair = t("mentoring.engagement.pair", { mentor: mentor.name, mentee: mentee.name });
  const when = format.dateTime(startsAt, ownZone);
  return (
    <PageHeader
      {...header}
      eyebrow={below ? undefined : pair}
      breadcrumbsLabel={t("mentoring.breadcrumbs")}
      breadcrumbs={[
        { to: paths.engagements(), label: t("nav.engagements") },
        { to: paths.engagement(engagementId), label: pair },
        ...(below ? [{ to: paths.session(id), label: when }] : []),
      ]}
    />
  );
}
