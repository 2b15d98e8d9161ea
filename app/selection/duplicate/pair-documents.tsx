import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import type { PairPage } from "./duplicate.queries.server.ts";

/** The documents of one side; those that the other side has too say so. */
export function PairDocuments({ documents }: Pick<PairPage["first"], "documents">) {
  const { t } = useLanguage();
  if (documents.length === 0) return t("selection.dossier.noDocuments");
  return (
    <ul>
      {documents.map(({ id, name, shared }) => (
        <li key={id}>
          <a href={paths.document(id)} className="break-words">
            {name}
          </a>
          {shared && <span className="text-muted"> · {t("selection.duplicate.reason.sameDocument")}</span>}
        </li>
      ))}
    </ul>
  );
}
