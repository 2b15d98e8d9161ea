import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { ChartShare } from "#app/ui/chart-share.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { LeaderLine, leaderLists, leadersByPost } from "./leaders.ts";

interface Props {
  readonly on: string;
  readonly lists: ReturnType<typeof leaderLists>;
  readonly byPost: ReturnType<typeof leadersByPost>;
  /** The share of women to reach among heads and deputies, 0 to 1. */
  readonly target: number | null;
  readonly roleKinds: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
}

const shareOf = ({ woman, man }: LeaderLine) => (woman + man === 0 ? null : woman / (woman + man));
const peopleIn = ({ woman, man, other }: LeaderLine) => woman + man + other;

/** The leaders in post on a day, by list and by post, against the target. */
export function BalanceLeaders({ on, lists, byPost, target, roleKinds }: Props) {
  const { t, format } = useLanguage();
  const percent = (share: number | null) => (share === null ? t("gender.none") : format.percent(share));
  const figures = (["woman", "man", "other"] as const).map((column) => ({
    key: column,
    header: t(`gender.column.${column}`),
    align: "end" as const,
    cell: (line: LeaderLine) => format.number(line[column]),
  }));
  const share = {
    key: "share",
    header: t("gender.flow.share"),
    align: "end" as const,
    cell: (line: LeaderLine) => percent(shareOf(line)),
  };
  const filled = lists.filter((line) => peopleIn(line) > 0);
  const roleName = (code: string) => {
    const kind = roleKinds.find((one) => one.code === code);
    return kind ? nameIn(format.locale, kind) : code;
  };
  return (
    <Section
      id="leaders"
      title={t("gender.leaders.title")}
      lead={t("gender.leaders.lead", { on: format.date(on) })}
    >
      {filled.length === 0 ? (
        <EmptyState
          title={t("gender.leaders.none")}
          text={t("gender.leaders.noneText")}
          action={<LinkButton to="#targets">{t("gender.leaders.toTargets")}</LinkButton>}
        />
      ) : (
        <div className="grid grid-cols-1 gap-8">
          <ChartShare
            title={t("gender.leaders.chart")}
            tableLabel={t("gender.flow.table")}
            rowHeading={t("gender.leaders.list")}
            shareHeading={t("gender.flow.share")}
            targetHeading={t("gender.leaders.target")}
            rows={filled.map((line) => ({
              key: line.key,
              label: t(`gender.leaders.${line.key}`),
              share: shareOf(line),
              target: line.key === "headsAndDeputies" ? target : null,
            }))}
            format={percent}
          />
          <DataTable
            caption={t("gender.leaders.list")}
            rows={filled}
            rowKey={({ key }) => key}
            empty={null}
            columns={[
              {
                key: "list",
                header: t("gender.leaders.list"),
                cell: (line) => t(`gender.leaders.${line.key}`),
              },
              ...figures,
              share,
            ]}
          />
          <DataTable
            caption={t("gender.leaders.byPost")}
            rows={byPost}
            rowKey={({ key, level }) => `${key} ${level}`}
            empty={null}
            columns={[
              { key: "role", header: t("gender.leaders.role"), cell: ({ key }) => roleName(key) },
              { key: "level", header: t("gender.leaders.level"), cell: ({ level }) => level },
              ...figures,
            ]}
          />
        </div>
      )}
    </Section>
  );
}
