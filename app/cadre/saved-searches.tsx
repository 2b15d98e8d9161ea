import { useForm } from "@conform-to/react";
import { Form, Link } from "@remix-run/react";
import type { FormReply } from "#app/access/form-reply.ts";
import { FormProblems, useFormWords } from "#app/access/form-words.tsx";
import { useLanguage, useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { TextField } from "#app/ui/field.tsx";
import { fieldProps } from "#app/ui/field-props.ts";
import { FormActions } from "#app/ui/form.tsx";
import { type MemberSearch, SAVED_NAME_LENGTH, searchParams } from "./member-search.ts";
import type { RoleKindChoice } from "./readiness-fields.tsx";
import type { SavedSearchRow } from "./saved-search.queries.server.ts";
import { SearchWords } from "./search-words.tsx";

interface Kinds {
  readonly roleKinds: readonly RoleKindChoice[];
  readonly languages: readonly RoleKindChoice[];
  readonly reply: FormReply | undefined;
}

/** Keeps the search that the page was asked with, under a name. */
export function SaveSearchForm({ search, reply, ...kinds }: Kinds & { readonly search: MemberSearch }) {
  const t = useT();
  const say = useFormWords(reply);
  const mine = reply?.lastResult?.initialValue?.intent === "save" ? reply : undefined;
  const [form, fields] = useForm<{ intent: string; name: string }>({
    id: "save",
    lastResult: mine?.lastResult,
  });
  return (
    <Section title={t("cadre.search.keep")} lead={t("cadre.search.keepLead")}>
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={mine} />
        <input type="hidden" name="intent" value="save" />
        {Object.entries(searchParams(search)).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SearchWords search={search} {...kinds} />
        <TextField
          {...fieldProps(fields.name, say)}
          label={t("cadre.search.name")}
          maxLength={SAVED_NAME_LENGTH}
          required
        />
        <FormActions>
          <Button>{t("cadre.search.save")}</Button>
        </FormActions>
      </Form>
    </Section>
  );
}

/** The searches that an officer keeps, each with what it looks for and how many are new. */
export function SavedSearches({ kept, ...kinds }: Kinds & { readonly kept: readonly SavedSearchRow[] }) {
  const t = useT();
  if (kept.length > 0) return kept.map((row) => <SavedSearch key={row.id} row={row} {...kinds} />);
  return (
    <EmptyState
      title={t("cadre.search.none")}
      text={t("cadre.search.noneText")}
      action={<LinkButton to={paths.cadre()}>{t("cadre.search.open")}</LinkButton>}
    />
  );
}

function SavedSearch({ row, reply, ...kinds }: Kinds & { readonly row: SavedSearchRow }) {
  const { t, format } = useLanguage();
  const say = useFormWords(reply);
  const { id, name, fresh, found, foundAt, createdAt, search } = row;
  const mine = reply?.lastResult?.initialValue?.id === id ? reply : undefined;
  const [form, fields] = useForm<{ id: string; intent: string; name: string }>({
    id: `search-${id}`,
    lastResult: mine?.lastResult,
    defaultValue: { name },
  });
  return (
    <Section title={name}>
      {search ? <SearchWords search={search} {...kinds} /> : <p>{t("cadre.search.unreadKept")}</p>}
      <p>
        {t("cadre.search.part", { name: t("cadre.search.since"), value: format.date(createdAt) })}
        {" · "}
        <strong>{t("cadre.search.freshCount", { count: fresh })}</strong>
      </p>
      {found.length > 0 && (
        <ul className="mt-2 list-disc ps-5">
          {found.map((member) => (
            <li key={member.id}>
              <Link to={paths.member(member.id)}>{member.name}</Link>
            </li>
          ))}
          {fresh > found.length && <li>{t("cadre.search.more", { count: fresh - found.length })}</li>}
        </ul>
      )}
      {search && (
        <p>
          <Link to={paths.cadre(searchParams(search))}>{t("cadre.search.open")}</Link>
        </p>
      )}
      <Form method="post" id={form.id} noValidate>
        <FormProblems form={form} reply={mine} />
        <input type="hidden" name="id" value={id} />
        {foundAt && <input type="hidden" name="until" value={foundAt} />}
        <TextField
          {...fieldProps(fields.name, say)}
          label={t("cadre.search.name")}
          maxLength={SAVED_NAME_LENGTH}
          required
        />
        <FormActions>
          <Button name="intent" value="rename" variant="secondary">
            {t("cadre.search.rename")}
          </Button>
          {fresh > 0 && (
            <Button name="intent" value="seen" variant="secondary">
              {t("cadre.search.seen")}
            </Button>
          )}
          <Button name="intent" value="remove" variant="danger">
            {t("cadre.search.remove")}
          </Button>
        </FormActions>
      </Form>
    </Section>
  );
}
