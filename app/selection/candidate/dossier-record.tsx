import { useLanguage } from "#app/i18n/provider.tsx";
import { type ServiceSpan, typedSpan } from "#app/selection/nomination/career-date.ts";
import { Section } from "#app/ui/card.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { DossierRecord } from "./dossier-page.ts";

interface Props {
  readonly record: DossierRecord;
}

/** What a candidate has done: posts held, field missions, studies, courses. */
export function DossierRecordSections({ record }: Props) {
  return (
    <>
      <Career record={record} />
      <Missions record={record} />
      <Education record={record} />
      <Courses record={record} />
    </>
  );
}

/** A span of service in words. */
function useSpan() {
  const { t } = useLanguage();
  return (span: ServiceSpan) => {
    const { from, to } = typedSpan(span);
    return t("selection.dossier.fromTo", { from, to: to || t("selection.dossier.today") });
  };
}

function Career({ record }: Props) {
  const { t, format } = useLanguage();
  const spanOf = useSpan();
  const title = t("selection.dossier.career");
  const figure = (value: number | null) => (value === null ? "–" : format.number(value));
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        captionHidden
        stickyFirst
        rows={record.career}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{t("selection.dossier.noCareer")}</p>}
        columns={[
          {
            key: "post",
            header: t("selection.dossier.post"),
            rowHeader: true,
            cell: (post) => (post.mission ? `${post.title} · ${post.mission}` : post.title),
          },
          { key: "employer", header: t("selection.dossier.employer"), cell: ({ employer }) => employer },
          { key: "years", header: t("selection.dossier.years"), nowrap: true, cell: spanOf },
          {
            key: "supervisor",
            header: t("nominating.row.supervisor"),
            cell: ({ supervisor }) => supervisor || "–",
          },
          {
            key: "led",
            header: t("selection.dossier.peopleLed"),
            align: "end",
            cell: ({ peopleLed }) => figure(peopleLed),
          },
          {
            key: "budget",
            header: t("nominating.row.budget"),
            align: "end",
            cell: ({ budgetThousands }) => figure(budgetThousands),
          },
        ]}
      />
    </Section>
  );
}

function Missions({ record }: Props) {
  const { t } = useLanguage();
  const spanOf = useSpan();
  const title = t("nominating.section.missions");
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        captionHidden
        rows={record.missions}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{t("selection.dossier.noneStated")}</p>}
        columns={[
          {
            key: "mission",
            header: t("nominating.row.missionName"),
            rowHeader: true,
            cell: ({ mission }) => mission,
          },
          { key: "role", header: t("nominating.row.role"), cell: ({ role }) => role || "–" },
          { key: "years", header: t("selection.dossier.years"), nowrap: true, cell: spanOf },
        ]}
      />
    </Section>
  );
}

function Education({ record }: Props) {
  const { t } = useLanguage();
  const title = t("nominating.section.education");
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        captionHidden
        rows={record.education}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{t("selection.dossier.noneStated")}</p>}
        columns={[
          {
            key: "degree",
            header: t("nominating.row.degree"),
            rowHeader: true,
            cell: ({ degree }) => degree,
          },
          {
            key: "institution",
            header: t("nominating.row.institution"),
            cell: ({ institution }) => institution || "–",
          },
          { key: "year", header: t("nominating.row.year"), align: "end", cell: ({ year }) => year ?? "–" },
        ]}
      />
    </Section>
  );
}

function Courses({ record }: Props) {
  const { t } = useLanguage();
  const title = t("nominating.section.courses");
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        captionHidden
        rows={record.courses}
        rowKey={({ id }) => id}
        empty={<p className="text-muted">{t("selection.dossier.noneStated")}</p>}
        columns={[
          {
            key: "course",
            header: t("nominating.row.courseName"),
            rowHeader: true,
            cell: ({ name }) => name,
          },
          {
            key: "organiser",
            header: t("nominating.row.organiser"),
            cell: ({ organiser }) => organiser || "–",
          },
          { key: "year", header: t("nominating.row.year"), align: "end", cell: ({ year }) => year ?? "–" },
        ]}
      />
    </Section>
  );
}
