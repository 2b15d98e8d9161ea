import { useForm } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import { useState } from "react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { ListFindingNote } from "#app/selection/report/list-finding.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Errors } from "#app/ui/field-frame.tsx";
import { useFieldName } from "#app/ui/field-names.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { ListPage } from "./list.queries.server.ts";
import { judgeList } from "./list-rule.ts";
import { LIST_REASON_LENGTH } from "./nominee-list.ts";

interface Fields {
  submissionKey: string;
  drafts: string[];
  reason: string;
}

interface Props {
  readonly list: ListPage;
  /** Names this form once: posted twice, it is one submission. */
  readonly submissionKey: string;
  readonly reply: FormReply | undefined;
}

type Draft = ListPage["drafts"][number];
const seen = ({ id, version }: Draft) => `${id}:${version}`;

/** The drafts of a list, those to submit chosen, with the rule checked over what the list would then be. */
export function ListForm({ list, submissionKey, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const { call, drafts } = list;
  const ready = drafts.filter(({ gaps }) => gaps === 0).map(seen);
  const [form, fields] = useForm<Fields>({
    id: "list",
    lastResult: reply?.lastResult,
    defaultValue: { submissionKey, drafts: ready, reason: "" },
  });
  const [chosen, setChosen] = useState<readonly string[]>(
    () => fields.drafts.defaultOptions?.filter((one) => ready.includes(one)) ?? ready,
  );
  const finding = findingOf(
    list,
    drafts.filter((draft) => chosen.includes(seen(draft))),
  );
  useFieldName(fields.drafts.id, t("nominating.list.drafts"));
  const choose = (value: string, on: boolean) =>
    setChosen(on ? [...chosen, value] : chosen.filter((one) => one !== value));
  return (
    <Form method="post" id={form.id} action={paths.list(call.id)} noValidate>
      <FormProblems form={form} reply={reply} />
      <input
        type="hidden"
        name={fields.submissionKey.name}
        value={fields.submissionKey.initialValue ?? submissionKey}
      />
      <Errors id={fields.drafts.id} errors={fields.drafts.errors?.map(say) ?? []} />
      <div id={fields.drafts.id} tabIndex={-1} />
      <DataTable
        caption={t("nominating.list.drafts")}
        captionHidden
        rows={drafts}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          {
            key: "choose",
            header: t("nominating.list.choose"),
            cell: (draft) => (
              <input
                type="checkbox"
                name={fields.drafts.name}
                value={seen(draft)}
                defaultChecked={chosen.includes(seen(draft))}
                disabled={draft.gaps > 0}
                onChange={(event) => choose(seen(draft), event.currentTarget.checked)}
                aria-label={t("nominating.list.chooseOne", {
                  name: draft.name || t("nominating.list.unnamed"),
                })}
                className="size-5 accent-accent"
              />
            ),
          },
          {
            key: "name",
            header: t("selection.panel.candidate"),
            rowHeader: true,
            cell: ({ id, name, gaps }) => (
              <Link to={paths.draft(id, gaps > 0)}>{name || t("nominating.list.unnamed")}</Link>
            ),
          },
          {
            key: "gender",
            header: t("selection.person.gender"),
            cell: ({ gender }) => t(`selection.gender.${gender}`),
          },
          {
            key: "saved",
            header: t("nominating.list.saved"),
            nowrap: true,
            cell: ({ savedAt }) => format.dateTime(savedAt),
          },
          {
            key: "state",
            header: t("selection.nomination.status"),
            cell: ({ gaps }) =>
              gaps === 0 ? (
                <Badge tone="good">{t("nominating.list.ready")}</Badge>
              ) : (
                <Badge tone="warn">{t("nominating.list.gaps", { count: gaps })}</Badge>
              ),
          },
        ]}
      />
      <div className="mt-5">
        <ListFindingNote rule={call.rule} finding={finding} />
      </div>
      {call.rule !== "none" && (
        <div className="mt-5">
          <TextArea
            {...fieldProps(fields.reason, say)}
            label={t("nominating.list.reason")}
            mark={finding.met ? t("nominating.list.reasonNotNeeded") : undefined}
            hint={t("nominating.list.reasonHint", { characters: LIST_REASON_LENGTH })}
            maxLength={2000}
            rows={3}
          />
        </div>
      )}
      {drafts.length > 0 && (
        <FormActions note={t("nominating.list.note")}>
          <Button>{t("nominating.list.submit")}</Button>
        </FormActions>
      )}
    </Form>
  );
}

/** How the list would stand with these drafts on it. */
function findingOf({ terms, people, regions, stateCode }: ListPage, drafts: readonly Draft[]) {
  const regionOf = new Map(regions);
  const listed = [...people, ...drafts].map(({ gender, nationalities, additional }) => ({
    ...{ gender, nationalities, additional },
    regions: nationalities.flatMap((code) => regionOf.get(code) ?? []),
  }));
  return judgeList(terms, listed, stateCode);
}
