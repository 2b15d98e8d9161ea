import { useLanguage } from "#app/i18n/provider.tsx";

interface Props {
  readonly documents: readonly { readonly id: string; readonly name: string; readonly size: number }[];
  /** Where a document is served to this reader. */
  readonly to: (id: string) => string;
}

/** Documents to be opened, each with its size. */
export function DocumentLinks({ documents, to }: Props) {
  const { t, format } = useLanguage();
  if (documents.length === 0) return <p className="text-muted">{t("selection.dossier.noDocuments")}</p>;
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {documents.map(({ id, name, size }) => (
        <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-4 py-1.5">
          <a href={to(id)} className="min-w-0 break-words">
            {name}
          </a>
          <span className="figures text-sm text-muted">
            {t("selection.dossier.kilobytes", { size: format.number(Math.ceil(size / 1024)) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
