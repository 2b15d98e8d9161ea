import { useForm } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, placeIn, useFormWords } from "#app/access/form-words.tsx";
import { GENDERS } from "#app/gender/counts.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { CheckboxField, Fieldset } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { PASSED_REASON_LENGTH, type ShortlistPage } from "./shortlist.ts";

/** How many are heard of how many judged, by gender. */
export function ShortlistTally({ page }: { readonly page: ShortlistPage }) {
  const { t, format } = useLanguage();
  const rows = GENDERS.map((gender) => {
    const all = page.lines.filter((line) => line.gender === gender);
    return {
      gender,
      judged: all.length,
      invited: all.filter(({ passedOver }) => passedOver === null).length,
    };
  }).filter(({ judged }) => judged > 0);
  return (
    <DataTable
      caption={t("shortlist.tally")}
      captionHidden
      rows={rows}
      rowKey={({ gender }) => gender}
      empty={null}
      columns={[
        {
          key: "gender",
          header: t("selection.setPanel.gender"),
          rowHeader: true,
          cell: ({ gender }) => t(`selection.gender.${gender}`),
        },
        {
          key: "judged",
          header: t("shortlist.judged"),
          align: "end",
          cell: ({ judged }) => format.number(judged),
        },
        {
          key: "invited",
          header: t("shortlist.invited"),
          align: "end",
          cell: ({ invited }) => format.number(invited),
        },
      ]}
    />
  );
}

/** Who is interviewed and who is not, with the reasons, to read. */
export function ShortlistTable({ page }: { readonly page: ShortlistPage }) {
  const { t } = useLanguage();
  return (
    <>
      <DataTable
        caption={t("shortlist.title")}
        captionHidden
        rows={page.lines}
        rowKey={({ candidacyId }) => candidacyId}
        empty={null}
        columns={[
          {
            key: "name",
            header: t("selection.panel.candidate"),
            rowHeader: true,
            cell: ({ candidacyId, name }) => (
              <Link to={paths.dossier(page.panelId, candidacyId)}>{name}</Link>
            ),
          },
          {
            key: "heard",
            header: t("interview.one"),
            cell: ({ passedOver }) => (
              <Badge tone={passedOver === null ? "good" : "neutral"}>
                {t(passedOver === null ? "shortlist.invited" : "shortlist.notInvited")}
              </Badge>
            ),
          },
          { key: "reason", header: t("shortlist.reason"), cell: ({ passedOver }) => passedOver ?? "–" },
        ]}
      />
      {page.balanceReason && (
        <p className="measure mt-4">{t("shortlist.balanceWas", { reason: page.balanceReason })}</p>
      )}
    </>
  );
}

interface Props {
  readonly page: ShortlistPage;
  readonly reply: FormReply | undefined;
}

interface Fields {
  version: string;
  balanceReason: string;
  rows: { candidacyId: string; invited: string; reason: string }[];
}

/** Whom the panel interviews, for its chair to say: everybody is ticked until somebody is passed over with a reason. */
export function ShortlistForm({ page, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "shortlist",
    lastResult: reply?.lastResult,
    defaultValue: {
      version: String(page.version),
      balanceReason: page.balanceReason,
      rows: page.lines.map(({ candidacyId, passedOver }) => ({
        ...{ candidacyId, invited: passedOver === null ? "on" : "", reason: passedOver ?? "" },
      })),
    },
  });
  const nameOf = (field: string) => page.lines[placeIn(field)]?.name;
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} about={nameOf} />
      <input type="hidden" name={fields.version.name} value={page.version} />
      <div className="space-y-6">
        {fields.rows.getFieldList().map((row, place) => {
          const line = page.lines[place];
          const { candidacyId, invited, reason } = row.getFieldset();
          if (!line) return null;
          return (
            <Fieldset key={row.key} legend={line.name} id={`candidate-${place}`}>
              <input type="hidden" name={candidacyId.name} value={line.candidacyId} />
              {line.open ? (
                <>
                  <CheckboxField
                    {...fieldProps(invited, say)}
                    label={t("shortlist.invite")}
                    hint={t("shortlist.judges", { count: line.judges })}
                  />
                  <TextArea
                    {...fieldProps(reason, say)}
                    label={t("shortlist.reason")}
                    mark={t("selection.conflict.ifAny")}
                    hint={t("shortlist.reasonHint", { characters: PASSED_REASON_LENGTH })}
                    maxLength={1000}
                    rows={2}
                  />
                </>
              ) : (
                <>
                  <p>{t(line.passedOver === null ? "shortlist.invited" : "shortlist.notInvited")}</p>
                  {line.passedOver === null ? (
                    <input type="hidden" name={invited.name} value="on" />
                  ) : (
                    <input type="hidden" name={reason.name} value={line.passedOver} />
                  )}
                </>
              )}
              <p>
                <Link to={paths.comparison(page.panelId, line.candidacyId)}>
                  {t("interview.comparison.open", { name: line.name })}
                </Link>
              </p>
            </Fieldset>
          );
        })}
        <TextArea
          {...fieldProps(fields.balanceReason, say)}
          label={t("shortlist.balanceReason")}
          mark={t("selection.conflict.ifAny")}
          hint={t("shortlist.balanceHint")}
          maxLength={2000}
          rows={2}
        />
      </div>
      <FormActions note={t("shortlist.note")}>
        <Button>{t("shortlist.save")}</Button>
        <LinkButton to={paths.panel(page.panelId)}>{t("selection.panel.one")}</LinkButton>
      </FormActions>
    </Form>
  );
}
