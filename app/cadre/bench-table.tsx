import { Link } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { Bench, BenchPost } from "./bench.queries.server.ts";
import { type ByGender, isShort, peopleIn } from "./bench.ts";

/** How many women, men and others, in words: nobody is left out of a figure by it. */
function useGenderWords() {
  const { t } = useLanguage();
  return (count: ByGender) =>
    t("bench.byGender", { women: count.woman, men: count.man, others: count.another + count.notStated });
}

/** Every post with its term end and who stands behind it; one with nobody is said so in words. */
export function BenchTable({ posts }: { readonly posts: readonly BenchPost[] }) {
  const { t, format } = useLanguage();
  const byGender = useGenderWords();
  return (
    <DataTable
      caption={t("bench.posts")}
      captionHidden
      stacks
      rows={posts}
      rowKey={({ id }) => id}
      note={t("bench.note")}
      empty={
        <EmptyState
          title={t("bench.none")}
          text={t("bench.noneText")}
          action={<LinkButton to={paths.missions()}>{t("selection.mission.list")}</LinkButton>}
        />
      }
      columns={[
        {
          key: "post",
          header: t("selection.post.one"),
          rowHeader: true,
          cell: ({ id, roleKind, mission }) => (
            <Link to={paths.benchPost(id)}>{`${nameIn(format.locale, roleKind)}, ${mission}`}</Link>
          ),
        },
        { key: "cover", header: t("bench.cover"), cell: (post) => <PostCover post={post} /> },
        { key: "level", header: t("selection.post.level"), nowrap: true, cell: ({ level }) => level },
        {
          key: "holder",
          header: t("selection.post.holder"),
          cell: ({ holder, live }) => (
            <>
              {holder
                ? holder.acting
                  ? t("bench.acting", { name: holder.name })
                  : holder.name
                : t("bench.vacant")}
              {live && (
                <p>
                  <Link to={paths.vacancy(live.id)}>{live.reference}</Link>
                </p>
              )}
            </>
          ),
        },
        {
          key: "ends",
          header: t("bench.termEnds"),
          nowrap: true,
          cell: ({ endsOn }) => (endsOn ? format.date(endsOn) : "–"),
        },
        ...(["now", "soon"] as const).map((level) => ({
          key: level,
          header: t(`bench.${level}`),
          cell: ({ bench }: BenchPost) => (
            <>
              {byGender(bench[level])}
              <MoreUnknown count={bench.unknown[level]} />
            </>
          ),
        })),
      ]}
    />
  );
}

/** That there are more of whom something is not on file: they are not nobody. */
function MoreUnknown({ count }: { readonly count: number }) {
  const { t } = useLanguage();
  return count > 0 && <p className="text-sm text-muted">{t("bench.moreUnknown", { count })}</p>;
}

function PostCover({ post: { endsWithinYear, bench } }: { readonly post: BenchPost }) {
  const { t } = useLanguage();
  const people = peopleIn(bench.now);
  if (people === 0 && bench.unknown.now > 0) return <Badge tone="warn">{t("bench.nobodyKnown")}</Badge>;
  if (people === 0 && endsWithinYear) return <Badge tone="bad">{t("bench.nobody")}</Badge>;
  if (people === 0) return <Badge tone="warn">{t("bench.nobodyYet")}</Badge>;
  return <Badge tone={endsWithinYear ? "good" : "neutral"}>{t("bench.people", { count: people })}</Badge>;
}

/** Each kind of post with its cover: people ready now for posts whose term ends within a year. */
export function CoverTable({ covers }: { readonly covers: Bench["covers"] }) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("bench.covers")}
      captionHidden
      stacks
      rows={covers}
      rowKey={({ roleKindCode }) => roleKindCode}
      empty={null}
      columns={[
        {
          key: "role",
          header: t("cadre.member.roleKind"),
          rowHeader: true,
          cell: ({ roleKind }) => nameIn(format.locale, roleKind),
        },
        { key: "posts", header: t("bench.ending"), align: "end", cell: ({ posts }) => format.number(posts) },
        {
          key: "people",
          header: t("bench.ready"),
          align: "end",
          cell: ({ people, unknown }) => (
            <>
              {format.number(people)}
              <MoreUnknown count={unknown} />
            </>
          ),
        },
        {
          key: "cover",
          header: t("bench.cover"),
          align: "end",
          cell: ({ cover }) => (cover === null ? t("bench.nothingEnds") : format.number(cover, 1)),
        },
        {
          key: "flag",
          header: t("bench.standing"),
          cell: (one) =>
            one.cover === null ? (
              "–"
            ) : isShort(one) ? (
              <Badge tone="bad">{t("bench.belowOne")}</Badge>
            ) : (
              <Badge tone="good">{t("bench.covered")}</Badge>
            ),
        },
      ]}
    />
  );
}
