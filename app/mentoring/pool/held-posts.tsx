import { useForm } from "@conform-to/react";
import { Form } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions, FormStack } from "#app/ui/form.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { MentorProfilePage } from "./mentor.queries.server.ts";

interface Named {
  readonly code: string;
  readonly nameEn: string;
  readonly nameFr: string;
}

interface Props {
  readonly roleKinds: readonly Named[];
  readonly missions: readonly { readonly id: string; readonly acronym: string }[];
  readonly reply: FormReply | undefined;
}

type Name =
  | "title"
  | "employer"
  | "roleKindCode"
  | "missionId"
  | "startYear"
  | "startMonth"
  | "endYear"
  | "endMonth";

/** A post to add to a mentor's career. */
export function HeldPostForm({ roleKinds, missions, reply }: Props) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const [form, fields] = useForm<Record<Name, string>>({ id: "post", lastResult: reply?.lastResult });
  const year = { type: "number", width: "short", min: 1950, max: 2100 } as const;
  const month = { type: "number", width: "short", min: 1, max: 12 } as const;
  const optional = t("mentoring.profile.mandatesMark");
  return (
    <Form method="post" id={form.id} noValidate>
      <FormProblems form={form} reply={reply} />
      <FormStack>
        <TextField {...fieldProps(fields.title, say)} label={t("pool.posts.post")} required />
        <TextField {...fieldProps(fields.employer, say)} label={t("pool.posts.employer")} required />
        <SelectField
          {...fieldProps(fields.roleKindCode, say)}
          label={t("mentoring.pledge.roleKind")}
          mark={optional}
          hint={t("pool.posts.roleKindHint")}
          placeholder={t("pool.posts.noKind")}
          options={roleKinds.map((kind) => ({ value: kind.code, label: nameIn(format.locale, kind) }))}
        />
        <SelectField
          {...fieldProps(fields.missionId, say)}
          label={t("pool.posts.mission")}
          mark={optional}
          placeholder={t("pool.posts.noMission")}
          options={missions.map(({ id, acronym }) => ({ value: id, label: acronym }))}
        />
        <div className="grid gap-x-6 gap-y-5 sm:grid-cols-4">
          <TextField
            {...fieldProps(fields.startYear, say)}
            {...year}
            label={t("pool.posts.startYear")}
            required
          />
          <TextField
            {...fieldProps(fields.startMonth, say)}
            {...month}
            label={t("pool.posts.startMonth")}
            mark={optional}
          />
          <TextField
            {...fieldProps(fields.endYear, say)}
            {...year}
            label={t("pool.posts.endYear")}
            mark={optional}
            hint={t("pool.posts.lasting")}
          />
          <TextField
            {...fieldProps(fields.endMonth, say)}
            {...month}
            label={t("pool.posts.endMonth")}
            mark={optional}
          />
        </div>
      </FormStack>
      <FormActions>
        <Button name="intent" value="add">
          {t("pool.posts.add")}
        </Button>
      </FormActions>
    </Form>
  );
}

/** A mentor's career, each post with the means to take it off. */
export function HeldPostTable({ posts }: { readonly posts: MentorProfilePage["career"] }) {
  const { t, format } = useLanguage();
  const since = (year: number, month: number | null) =>
    month === null ? String(year) : `${String(month).padStart(2, "0")}/${year}`;
  return (
    <DataTable
      caption={t("mentoring.mentor.career")}
      captionHidden
      stickyFirst
      rows={posts}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{t("pool.posts.none")}</p>}
      columns={[
        {
          key: "post",
          header: t("pool.posts.post"),
          rowHeader: true,
          cell: ({ title, roleKind }) => (
            <>
              {title}
              {roleKind && (
                <span className="block font-normal text-muted">{nameIn(format.locale, roleKind)}</span>
              )}
            </>
          ),
        },
        {
          key: "employer",
          header: t("pool.posts.employer"),
          cell: ({ employer, mission }) => [employer, mission?.acronym].filter(Boolean).join(", "),
        },
        {
          key: "dates",
          header: t("pool.posts.dates"),
          nowrap: true,
          cell: ({ startYear, startMonth, endYear, endMonth }) =>
            t("mentoring.mentor.yearsOf", {
              from: since(startYear, startMonth),
              to: endYear === null ? "" : since(endYear, endMonth),
            }),
        },
        {
          key: "remove",
          header: t("pool.posts.change"),
          cell: ({ id, title }) => (
            <Form method="post">
              <input type="hidden" name="postId" value={id} />
              <Button variant="secondary" aria-label={t("pool.posts.removeOf", { post: title })}>
                {t("pool.posts.remove")}
              </Button>
            </Form>
          ),
        },
      ]}
    />
  );
}
