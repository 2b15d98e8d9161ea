import { useLanguage } from "#app/i18n/provider.tsx";
import type { RunPage } from "./matching.queries.server.ts";

/** Why pinned pairs cannot hold, each contradiction with what to relax. */
export function PinConflicts({ conflicts }: { readonly conflicts: RunPage["conflicts"] }) {
  const { t, format } = useLanguage();
  return (
    <ul className="mt-2 list-disc space-y-2 ps-5">
      {conflicts.map(({ kind, pairs, places }) => {
        const names = pairs.map(({ mentee, mentor, byAnswer }) =>
          t(byAnswer ? "matching.conflict.acceptedPair" : "matching.conflict.pair", { mentee, mentor }),
        );
        const [first] = pairs;
        return (
          <li key={`${kind} ${names.join(" ")}`}>
            {t(`matching.conflict.${kind}`, {
              pairs: format.list(names),
              mentor: first?.mentor ?? "",
              mentee: first?.mentee ?? "",
              places: places ?? 0,
              wanted: pairs.length,
            })}{" "}
            <strong>{t(`matching.relax.${kind}`, { mentor: first?.mentor ?? "" })}</strong>
          </li>
        );
      })}
    </ul>
  );
}
