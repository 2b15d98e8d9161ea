import { GENDERS, type Tally } from "#app/gender/counts.ts";
import { useLanguage } from "#app/i18n/provider.tsx";

/** How many women and men are chosen so far: leaders are chosen together so that this can be seen before it is so. */
export function HeldTally({ tally }: { readonly tally: Tally }) {
  const { t, format } = useLanguage();
  const counted = GENDERS.filter((gender) => tally[gender] > 0 || gender === "woman" || gender === "man");
  const list = format.list(
    counted.map((gender) => t(`selection.held.count.${gender}`, { count: tally[gender] })),
  );
  return <p className="mb-4 font-semibold">{t("selection.held.tally", { list })}</p>;
}
