import { Form, Link } from "@remix-run/react";
import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import type { CaseOfEvent } from "./record-case.queries.server.ts";

/** The case that an event is about, with the way to it; it names nobody. */
export function RecordCase({ about }: { readonly about: CaseOfEvent | null }) {
  const t = useT();
  if (!about) return "–";
  const { candidacyId, vacancyId, reference } = about;
  if (candidacyId)
    return <Link to={paths.candidacy(candidacyId)}>{t("record.list.candidacy", { reference })}</Link>;
  return <Link to={vacancyId ? paths.vacancy(vacancyId) : paths.call(reference)}>{reference}</Link>;
}

interface Props {
  readonly asked: string;
  /** Whether there is no such case. */
  readonly unknown: boolean;
}

/** Which case the record is read about. */
export function RecordFilter({ asked, unknown }: Props) {
  const t = useT();
  return (
    <Form method="get" role="search" className="mb-4 flex flex-wrap items-end gap-3">
      <TextField
        id="case"
        name="case"
        type="search"
        label={t("record.list.case")}
        hint={t("record.list.caseHint")}
        defaultValue={asked}
        maxLength={60}
        errors={unknown ? [t("record.list.caseUnknown")] : []}
      />
      <Button variant="secondary">{t("record.list.show")}</Button>
      {asked && (
        <LinkButton variant="quiet" to={paths.record()}>
          {t("record.list.all")}
        </LinkButton>
      )}
    </Form>
  );
}
