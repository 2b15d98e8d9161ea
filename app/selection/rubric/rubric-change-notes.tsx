import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import type { PublishedChange } from "./rubric-changes.queries.server.ts";

interface Props {
  readonly reference: string;
  readonly changes: readonly PublishedChange[];
}

/** How a published rubric was changed: when, why, and the hash and the text of the one before. */
export function RubricChangeNotes({ reference, changes }: Props) {
  const { t, format } = useLanguage();
  if (changes.length === 0) return null;
  return (
    <ul className="measure mb-4 list-disc ps-5 text-sm">
      {changes.map(({ hashBefore, publishedBefore, at, reason }) => (
        <li key={hashBefore}>
          {t("rubricChange.note", {
            from: format.dateTime(publishedBefore),
            date: format.dateTime(at),
            reason,
          })}{" "}
          <a href={paths.rubric(reference, hashBefore)}>
            <code className="break-all">{hashBefore}</code>
          </a>
        </li>
      ))}
    </ul>
  );
}
