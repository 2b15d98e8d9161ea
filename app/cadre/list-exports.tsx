import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import type { CADRE_LISTS } from "./cadre-list.ts";

interface Props {
  readonly list: (typeof CADRE_LISTS)[number];
  readonly asked?: Readonly<Record<string, string | undefined>>;
}

/** A list as it is narrowed, to be taken as a sheet. */
export function ListExports({ list, asked = {} }: Props) {
  const t = useT();
  return (
    <>
      <LinkButton to={paths.cadreList(list, "xlsx", asked)} reloadDocument>
        {t("bench.exportXlsx")}
      </LinkButton>
      <LinkButton to={paths.cadreList(list, "csv", asked)} reloadDocument>
        {t("bench.exportCsv")}
      </LinkButton>
    </>
  );
}
