import { nameIn } from "#app/i18n/languages.ts";
import type { Translate } from "#app/i18n/translate.ts";
import type { ByGender, PostBench } from "./bench.ts";

/** A post as its row of an export needs it. */
export interface SheetPost {
  readonly mission: string;
  readonly level: string;
  readonly roleKind: { readonly nameEn: string; readonly nameFr: string };
  readonly holder: { readonly name: string; readonly acting: boolean } | null;
  readonly endsOn: string | null;
  readonly endsWithinYear: boolean;
  readonly bench: PostBench;
}

const GENDER_COLUMNS = ["woman", "man", "another", "notStated"] as const;
const LEVEL_COLUMNS = ["now", "soon", "later"] as const;

const figures = (count: ByGender) => GENDER_COLUMNS.map((gender) => String(count[gender]));

/** The bench as rows of text, the header first, in the reader's language; the days in ISO 8601. */
export function benchSheet(
  posts: readonly SheetPost[],
  t: Translate,
  locale: string,
): readonly (readonly string[])[] {
  const head = [
    t("bench.mission"),
    t("selection.post.one"),
    t("selection.post.level"),
    t("selection.post.holder"),
    t("bench.termEnds"),
    ...LEVEL_COLUMNS.flatMap((level) =>
      [...GENDER_COLUMNS.map((gender) => t(`cadre.gender.${gender}`)), t("bench.notAllKnown")].map((gender) =>
        t("bench.column", { level: t(`bench.${level}`), gender }),
      ),
    ),
    t("bench.cover"),
  ];
  const rows = posts.map(({ mission, level, roleKind, holder, endsOn, endsWithinYear, bench }) => [
    ...[mission, nameIn(locale, roleKind), level, holder?.name ?? t("bench.vacant"), endsOn ?? ""],
    ...LEVEL_COLUMNS.flatMap((column) => [...figures(bench[column]), String(bench.unknown[column])]),
    endsWithinYear ? String(GENDER_COLUMNS.reduce((sum, gender) => sum + bench.now[gender], 0)) : "",
  ]);
  return [head, ...rows];
}
