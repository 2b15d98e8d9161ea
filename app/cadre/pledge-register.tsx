import { Form, Link } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { PledgeBadge } from "./pledge-badge.tsx";
import type { PledgeRow } from "./state-pledge.queries.server.ts";
import { PLEDGE_KINDS, type PledgeKind } from "./state-pledge.ts";

interface FiltersProps {
  readonly states: readonly { readonly code: string; readonly nameEn: string; readonly nameFr: string }[];
  readonly chosen: { readonly state?: string; readonly kind?: PledgeKind };
}

/** Narrows the register by state and by what was pledged; a plain GET form. */
export function PledgeFilters({ states, chosen }: FiltersProps) {
  const { t, format } = useLanguage();
  return (
    <Form method="get" className="mb-5 flex flex-wrap items-end gap-4">
      <SelectField
        id="state"
        name="state"
        label={t("pledge.state")}
        defaultValue={chosen.state}
        placeholder={t("cadre.list.all")}
        options={states.map((state) => ({ value: state.code, label: nameIn(format.locale, state) }))}
      />
      <SelectField
        id="kind"
        name="kind"
        label={t("pledge.kind")}
        defaultValue={chosen.kind}
        placeholder={t("cadre.list.all")}
        options={PLEDGE_KINDS.map((value) => ({ value, label: t(`pledge.kind.${value}`) }))}
      />
      <Button variant="secondary">{t("cadre.list.filter")}</Button>
    </Form>
  );
}

/** The register: what each state promises, by when, and how far it has come. */
export function PledgeRegister({ pledges }: { readonly pledges: readonly PledgeRow[] }) {
  const { t, format } = useLanguage();
  return (
    <DataTable
      caption={t("pledge.register")}
      captionHidden
      stacks
      rows={pledges}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          title={t("pledge.none")}
          text={t("pledge.noneText")}
          action={<LinkButton to={paths.statePledges()}>{t("pledge.showAll")}</LinkButton>}
        />
      }
      columns={[
        {
          key: "what",
          header: t("pledge.kind"),
          rowHeader: true,
          cell: ({ id, kind, quantity }) => (
            <Link to={paths.statePledge(id)}>{t(`pledge.amount.${kind}`, { count: quantity })}</Link>
          ),
        },
        {
          key: "level",
          header: t("pledge.level"),
          cell: ({ level, readyDays }) => <PledgeBadge level={level} readyDays={readyDays} />,
        },
        { key: "state", header: t("pledge.state"), cell: ({ state }) => nameIn(format.locale, state) },
        {
          key: "due",
          header: t("pledge.dueOn"),
          nowrap: true,
          cell: ({ dueOn, late }) => (
            <>
              {format.date(dueOn)} {late && <Badge tone="warn">{t("pledge.late")}</Badge>}
            </>
          ),
        },
      ]}
    />
  );
}
