import { useLocation } from "@remix-run/react";
import { withPage } from "#app/platform/paging.ts";
import { Pagination } from "#app/ui/pagination.tsx";
import { useT } from "./provider.tsx";

interface Props {
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
}

/** The way through a long list; nothing where one page holds it all. */
export function Pages({ page, perPage, total }: Props) {
  const { pathname, search } = useLocation();
  const t = useT();
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (pages === 1) return null;
  const to = (number: number) => withPage(pathname, search, number);
  return (
    <Pagination
      label={t("app.pages")}
      summary={t("app.page", { page, pages })}
      previous={page > 1 ? { to: to(page - 1), label: t("app.previous") } : null}
      next={page < pages ? { to: to(page + 1), label: t("app.next") } : null}
    />
  );
}
