import { Link } from "@remix-run/react";
import type { Gender } from "#app/gender/counts.ts";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import type { VacancyState } from "#app/selection/lifecycle.ts";
import { Badge } from "#app/ui/badge.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";

interface Incumbent {
  readonly givenName: string;
  readonly familyName: string;
  readonly gender: Gender;
  readonly nationalities: readonly string[];
  readonly acting: boolean;
  readonly endsOn: string;
}

interface Post {
  readonly id: string;
  readonly level: string;
  readonly roleKind: { readonly nameEn: string; readonly nameFr: string };
  readonly incumbents: readonly Incumbent[];
  readonly vacancies: readonly {
    readonly id: string;
    readonly reference: string;
    readonly state: VacancyState;
  }[];
}

interface Props {
  readonly mission: { readonly acronym: string; readonly needs: unknown; readonly posts: readonly Post[] };
  readonly may: { readonly draft: boolean; readonly seePipeline: boolean };
}

/** The leadership posts of a mission: who holds each, until when, and whether a successor is being sought. */
export function MissionPosts({ mission, may }: Props) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("selection.mission.leadership")}
      captionHidden
      rows={mission.posts}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          title={t("selection.post.none")}
          text={t("selection.post.noneText")}
          action={
            may.draft ? (
              <LinkButton to={paths.newPost(mission.acronym)}>{t("selection.post.add")}</LinkButton>
            ) : (
              <LinkButton to={paths.missions()}>{t("selection.mission.list")}</LinkButton>
            )
          }
        />
      }
      columns={[
        {
          key: "post",
          header: t("selection.post.one"),
          cell: ({ roleKind }) => nameIn(format.locale, roleKind),
        },
        { key: "level", header: t("selection.post.level"), nowrap: true, cell: ({ level }) => level },
        {
          key: "holder",
          header: t("selection.post.holder"),
          cell: ({ id, incumbents }) =>
            incumbents.length > 0 ? (
              <ul>
                {incumbents.map((one) => (
                  <li key={`${one.familyName}${one.endsOn}`}>
                    {t(one.acting ? "selection.post.actingUntil" : "selection.post.holderUntil", {
                      name: `${one.givenName} ${one.familyName}`,
                      nationality: one.nationalities.join(", "),
                      date: format.date(one.endsOn),
                    })}
                    <span className="text-muted"> · {t(`selection.gender.${one.gender}`)}</span>
                  </li>
                ))}
              </ul>
            ) : may.draft ? (
              <Link to={paths.newIncumbent(id)}>{t("selection.post.enterHolder")}</Link>
            ) : (
              t("selection.post.vacant")
            ),
        },
        {
          key: "vacancy",
          header: t("selection.vacancy.one"),
          cell: (post) => <PostVacancy post={post} may={may} stated={mission.needs !== null} />,
        },
      ]}
    />
  );
}

function PostVacancy({ post, may, stated }: { post: Post; may: Props["may"]; stated: boolean }) {
  const { t } = useLanguage();
  const [vacancy] = post.vacancies;
  if (vacancy) {
    const badge = <Badge tone="info">{t(`selection.vacancy.state.${vacancy.state}`)}</Badge>;
    if (may.seePipeline) {
      return (
        <>
          <Link to={paths.vacancy(vacancy.id)}>{vacancy.reference}</Link> {badge}
        </>
      );
    }
    return vacancy.state === "draft" ? null : (
      <>
        <Link to={paths.call(vacancy.reference)}>{vacancy.reference}</Link> {badge}
      </>
    );
  }
  if (!may.draft) return t("selection.vacancy.noneLive");
  return stated ? (
    <Link to={paths.newVacancy(post.id)}>{t("selection.vacancy.draft")}</Link>
  ) : (
    t("selection.vacancy.needsFirst")
  );
}
