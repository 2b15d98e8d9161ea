import { type FieldMetadata, useForm } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, placeIn, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { CheckboxField } from "#app/ui/choice-field.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { fieldProps, type Say } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { inSections, PASSED_REASON_LENGTH, type ShortlistPage } from "./shortlist.ts";

interface Props {
  readonly page: ShortlistPage;
  readonly reply: FormReply | undefined;
}

interface RowFields {
  candidacyId: string;
  invited: string;
  reason: string;
}

interface Fields {
  version: string;
  balanceReason: string;
  commonReason: string;
  rows: RowFields[];
}

/**
 * Whom the panel interviews, for its chair to say: everybody is ticked until somebody is passed over with a reason. All
 * stand in one form, so that no page is turned and nothing chosen is lost; many stand in sections that open and close.
 */
export function ShortlistForm({ page, reply }: Props) {
  const { t } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Fields>({
    id: "shortlist",
    lastResult: reply?.lastResult,
    defaultValue: {
      version: String(page.version),
      balanceReason: page.balanceReason,
      commonReason: "",
      rows: page.lines.map(({ candidacyId, passedOver }) => ({
        ...{ candidacyId, invited: passedOver === null ? "on" : "", reason: passedOver ?? "" },
      })),
    },
  });
  const nameOf = (field: string) => page.lines[placeIn(field)]?.name;
  const rows = fields.rows.getFieldList();
  const sections = inSections(page.lines);
  const characters = PASSED_REASON_LENGTH;
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} about={nameOf} />
      <input type="hidden" name={fields.version.name} value={page.version} />
      <div className="space-y-6">
        {sections.length === 1 ? (
          <Rows page={page} from={0} rows={rows} say={say} />
        ) : (
          sections.map(({ from, lines }, n) => {
            const own = rows.slice(from, from + lines.length);
            // One that something is wrong in is open: what the summary leads to is in sight.
            const open = n === 0 || own.some((row) => !row.valid);
            return (
              <details key={lines[0]?.candidacyId} open={open} className="border-t border-rule pt-2">
                <summary className="cursor-pointer py-1 font-semibold">
                  {t("shortlist.section", {
                    from: lines[0]?.name ?? "",
                    to: lines.at(-1)?.name ?? "",
                    count: lines.length,
                    invited: lines.filter(({ passedOver }) => passedOver === null).length,
                  })}
                </summary>
                <Rows page={page} from={from} rows={own} say={say} />
              </details>
            );
          })
        )}
        <TextArea
          {...fieldProps(fields.commonReason, say)}
          label={t("shortlist.commonReason")}
          mark={t("selection.conflict.ifAny")}
          hint={t("shortlist.commonReasonHint", { characters })}
          maxLength={1000}
          rows={2}
        />
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

interface RowsProps {
  readonly page: ShortlistPage;
  /** The place of the first row among all candidacies. */
  readonly from: number;
  readonly rows: readonly FieldMetadata<RowFields>[];
  readonly say: Say;
}

/** Some candidacies under one another, each with its tick and beside it the reason where it has none. */
function Rows({ page, from, rows, say }: RowsProps) {
  return (
    <ul className="divide-y divide-rule">
      {rows.map((row, n) => {
        const line = page.lines[from + n];
        return line && <Row key={row.key} panelId={page.panelId} line={line} row={row} say={say} />;
      })}
    </ul>
  );
}

interface RowProps {
  readonly panelId: string;
  readonly line: ShortlistPage["lines"][number];
  readonly row: FieldMetadata<RowFields>;
  readonly say: Say;
}

function Row({ panelId, line, row, say }: RowProps) {
  const { t } = useLanguage();
  const { candidacyId, invited, reason } = row.getFieldset();
  const compare = (
    <Link to={paths.comparison(panelId, line.candidacyId)}>
      {t("interview.comparison.open", { name: line.name })}
    </Link>
  );
  return (
    <li className="grid gap-x-6 gap-y-2 py-3 sm:grid-cols-2">
      <input type="hidden" name={candidacyId.name} value={line.candidacyId} />
      {line.open ? (
        <>
          <CheckboxField
            {...fieldProps(invited, say)}
            label={t("shortlist.inviteOne", { name: line.name })}
            hint={t("shortlist.judges", { count: line.judges })}
            after={compare}
          />
          <TextArea
            {...fieldProps(reason, say)}
            label={t("shortlist.reasonOf", { name: line.name })}
            mark={t("selection.conflict.ifAny")}
            maxLength={1000}
            rows={1}
          />
        </>
      ) : (
        <>
          <div>
            <p className="font-semibold">{line.name}</p>
            <p className="text-sm">{compare}</p>
          </div>
          <p>{t(line.passedOver === null ? "shortlist.invited" : "shortlist.notInvited")}</p>
          {line.passedOver === null ? (
            <input type="hidden" name={invited.name} value="on" />
          ) : (
            <input type="hidden" name={reason.name} value={line.passedOver} />
          )}
        </>
      )}
    </li>
  );
}
