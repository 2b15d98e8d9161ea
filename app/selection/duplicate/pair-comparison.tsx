import type { ReactNode } from "react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { nominatorName } from "#app/selection/nomination/nominator.ts";
import { DataTable } from "#app/ui/table.tsx";
import type { PairPage } from "./duplicate.queries.server.ts";
import { PairDocuments } from "./pair-documents.tsx";

interface Props {
  readonly pair: Pick<PairPage, "first" | "second" | "states">;
}

type Side = PairPage["first"];

/** Two files, line by line; a line on which they agree says so. */
export function PairComparison({ pair }: Props) {
  const { t, format } = useLanguage();
  const { first, second, states } = pair;
  const missing = t("selection.dossier.notStated");
  const stateName = (code: string) => {
    const state = states.find((one) => one.code === code);
    return state ? nameIn(format.locale, state) : code;
  };
  const lines: readonly { key: string; term: string; show: (side: Side) => ReactNode }[] = [
    { key: "name", term: t("selection.duplicate.name"), show: ({ name }) => name },
    { key: "latin", term: t("selection.duplicate.latin"), show: ({ latin }) => latin },
    {
      key: "birthDate",
      term: t("selection.duplicate.birthDate"),
      show: ({ birthDate }) => (birthDate ? format.date(birthDate) : missing),
    },
    {
      key: "nationalities",
      term: t("selection.duplicate.nationalities"),
      show: ({ nationalities }) => format.list(nationalities.map(stateName)),
    },
    {
      key: "gender",
      term: t("selection.person.gender"),
      show: ({ gender }) => t(`selection.gender.${gender}`),
    },
    { key: "email", term: t("selection.duplicate.email"), show: ({ email }) => email },
    {
      key: "currentPost",
      term: t("selection.duplicate.currentPost"),
      show: ({ currentPost }) => currentPost ?? missing,
    },
    {
      key: "languages",
      term: t("selection.duplicate.languages"),
      show: ({ languages }) =>
        format.list(languages.map(({ language }) => nameIn(format.locale, language))) || missing,
    },
    {
      key: "nominated",
      term: t("selection.duplicate.nominatedBy"),
      show: ({ cases }) => (
        <List
          items={cases.map(({ id, nominatingState, nominatedAt }) => [
            id,
            t("selection.duplicate.nomination", {
              state: nominatorName(t, format.locale, nominatingState),
              date: format.date(nominatedAt),
            }),
          ])}
        />
      ),
    },
    {
      key: "cases",
      term: t("selection.duplicate.cases"),
      show: ({ cases }) => (
        <List
          items={cases.map(({ id, reference, state }) => [
            id,
            <a key={id} href={paths.candidacy(id)}>
              {t("selection.duplicate.case", { reference, state: t(`selection.candidacy.state.${state}`) })}
            </a>,
          ])}
        />
      ),
    },
    {
      key: "documents",
      term: t("selection.duplicate.documents"),
      show: ({ documents }) => <PairDocuments documents={documents} />,
    },
  ];
  return (
    <DataTable
      caption={t("selection.duplicate.title")}
      captionHidden
      rows={lines}
      rowKey={({ key }) => key}
      empty={null}
      columns={[
        { key: "term", header: t("selection.duplicate.what"), rowHeader: true, cell: ({ term }) => term },
        { key: "first", header: t("selection.duplicate.first"), cell: ({ show }) => show(first) },
        { key: "second", header: t("selection.duplicate.second"), cell: ({ show }) => show(second) },
      ]}
    />
  );
}

function List({ items }: { readonly items: readonly (readonly [string, ReactNode])[] }) {
  return (
    <ul>
      {items.map(([key, item]) => (
        <li key={key}>{item}</li>
      ))}
    </ul>
  );
}
