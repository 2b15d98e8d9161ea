import { Form, Link } from "@remix-run/react";
import { Pages } from "#app/i18n/pages.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Standing } from "#app/selection/candidate/standing.tsx";
import { CANDIDACY_STATES, type CandidacyState } from "#app/selection/lifecycle.ts";
import { nominatorName } from "#app/selection/nomination/nominator.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { Tone } from "#app/ui/tone.ts";
import type { listCandidacies } from "./vacancy.queries.server.ts";

interface Props extends Awaited<ReturnType<typeof listCandidacies>> {
  readonly vacancyId: string;
  readonly counts: readonly { readonly state: CandidacyState; readonly count: number }[];
  readonly state: CandidacyState | null;
  readonly page: number;
  readonly perPage: number;
}

const TONES: Partial<Record<CandidacyState, Tone>> = {
  nominated: "warn",
  consented: "info",
  screenedIn: "good",
  recommended: "good",
  selected: "good",
  appointed: "good",
};

/** The candidacies for a vacancy, each with where it stands and what it waits for. */
export function VacancyCandidacies(props: Props) {
  const { vacancyId, counts, state, candidacies, total, page, perPage } = props;
  const { t, format } = useLanguage();
  const countOf = (one: CandidacyState) => counts.find((row) => row.state === one)?.count ?? 0;
  return (
    <>
      {counts.length > 1 && (
        <Form method="get" role="search" className="mb-4 flex flex-wrap items-end gap-3">
          <SelectField
            id="state"
            name="state"
            label={t("selection.candidacy.stateHeading")}
            placeholder={t("selection.vacancy.anyState")}
            defaultValue={state ?? ""}
            options={CANDIDACY_STATES.filter((one) => countOf(one) > 0).map((value) => ({
              value,
              label: `${t(`selection.candidacy.state.${value}`)} (${format.number(countOf(value))})`,
            }))}
          />
          <Button variant="secondary">{t("selection.vacancy.show")}</Button>
        </Form>
      )}
      <DataTable
        caption={t("selection.panel.candidacies")}
        captionHidden
        stickyFirst
        rows={candidacies}
        rowKey={({ id }) => id}
        empty={
          <EmptyState
            title={t("selection.candidacy.none")}
            text={t("selection.candidacy.noneText")}
            action={<LinkButton to={paths.vacancy(vacancyId)}>{t("selection.candidacy.showAll")}</LinkButton>}
          />
        }
        columns={[
          {
            key: "name",
            header: t("selection.panel.candidate"),
            rowHeader: true,
            cell: ({ id, givenName, familyName }) => (
              <Link to={paths.candidacy(id)}>
                {familyName}, {givenName}
              </Link>
            ),
          },
          {
            key: "gender",
            header: t("selection.person.gender"),
            cell: ({ gender }) => t(`selection.gender.${gender}`),
          },
          {
            key: "state",
            header: t("selection.candidacy.nominatedBy"),
            cell: ({ nominatingState }) => nominatorName(t, format.locale, nominatingState),
          },
          {
            key: "nominated",
            header: t("selection.candidacy.nominatedOn"),
            nowrap: true,
            cell: ({ nominatedAt }) => format.date(nominatedAt),
          },
          {
            key: "standing",
            header: t("selection.candidacy.stateHeading"),
            cell: (row) => (
              <Badge tone={TONES[row.state] ?? "neutral"}>
                {t(`selection.candidacy.state.${row.state}`)}
              </Badge>
            ),
          },
          {
            key: "clock",
            header: t("vetting.clock.standing"),
            cell: ({ clock }) => <Standing clock={clock} />,
          },
          {
            key: "clearances",
            header: t("selection.candidacy.clearances"),
            align: "end",
            nowrap: true,
            cell: ({ cleared, clearances }) =>
              clearances === 0
                ? "–"
                : t("selection.panel.submittedOf", { submitted: cleared, assigned: clearances }),
          },
        ]}
      />
      <Pages page={page} perPage={perPage} total={total} />
    </>
  );
}
