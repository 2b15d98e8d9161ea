import { Link } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { DataTable } from "#app/ui/table.tsx";
import { FIT_GROUPS, type FitGroup } from "./fit.ts";
import type { PostSuccession } from "./succession.queries.server.ts";

/** Who could follow in each post of a mission, women, men and the others side by side. */
export function NextInLine({ posts }: { readonly posts: readonly PostSuccession[] }) {
  const { t, format } = useLanguage();
  const names = (group: FitGroup) => ({
    key: group,
    header: t(`fit.column.${group}`),
    cell: (post: PostSuccession) =>
      post[group].length === 0 ? (
        <span className="text-muted">{t("fit.nobody")}</span>
      ) : (
        <ul>
          {post[group].map(({ id, name, level, known }) => (
            <li key={id}>
              <Link to={paths.member(id)}>{name}</Link>, {t(`cadre.readiness.${level}`)}
              {known || <span className="text-muted"> · {t("bench.notAllKnown")}</span>}
            </li>
          ))}
        </ul>
      ),
  });
  return (
    <DataTable
      caption={t("bench.nextInLine")}
      captionHidden
      stacks
      rows={posts}
      rowKey={({ id }) => id}
      empty={null}
      columns={[
        {
          key: "post",
          header: t("selection.post.one"),
          rowHeader: true,
          cell: ({ id, roleKind }) => <Link to={paths.benchPost(id)}>{nameIn(format.locale, roleKind)}</Link>,
        },
        ...FIT_GROUPS.map(names),
      ]}
    />
  );
}
