import { useT } from "./i18n/provider.tsx";
import { paths } from "./paths.ts";
import { useRequestReference } from "./request-reference.tsx";
import { LinkButton } from "./ui/button.tsx";
import { PageHeader } from "./ui/page-header.tsx";

/** 400: no form could be read; 405: the address takes none. */
const UNREADABLE = new Set([400, 405]);

const kindOf = (status: number) => {
  if (status === 413) return "tooLarge";
  if (status === 403) return "elsewhere";
  if (UNREADABLE.has(status)) return "badRequest";
  return status >= 400 && status < 500 ? "notFound" : "fault";
};

/**
 * What a person sees instead of a page: nothing there (404, also for what is not theirs to see), something sent that
 * cannot be read or that another site sent (403), a file too large, or a fault.
 */
export function ErrorPage({ status }: { readonly status: number }) {
  const t = useT();
  const reference = useRequestReference();
  const kind = kindOf(status);
  return (
    <>
      <PageHeader
        title={t(`error.${kind}.title`)}
        lead={t(`error.${kind}.text`)}
        actions={<LinkButton to={paths.home()}>{t("error.home")}</LinkButton>}
      />
      {kind === "fault" && reference && (
        <p className="figures text-sm text-muted">
          {t("error.reference")} <code>{reference}</code>
        </p>
      )}
    </>
  );
}
