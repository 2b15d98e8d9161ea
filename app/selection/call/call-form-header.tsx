import type { ReactNode } from "react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { PageHeader } from "#app/ui/page-header.tsx";
import { callTitle } from "./call-title.ts";

interface Props {
  readonly title: string;
  readonly call: { readonly reference: string } & Parameters<typeof callTitle>[1];
  readonly lead?: ReactNode;
}

/** The head of a page on which something is done with a call. */
export function CallFormHeader({ title, call, lead }: Props) {
  const { t, format } = useLanguage();
  return (
    <PageHeader
      title={title}
      eyebrow={`${call.reference} · ${callTitle(format.locale, call)}`}
      breadcrumbsLabel={t("selection.panel.breadcrumbs")}
      breadcrumbs={[
        { to: paths.calls(), label: t("selection.call.list") },
        { to: paths.call(call.reference), label: call.reference },
      ]}
      lead={lead}
    />
  );
}
