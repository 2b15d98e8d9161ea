import { Form } from "@remix-run/react";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { MEMBERSHIP_STATES } from "./lifecycle.ts";
import { READINESS_LEVELS } from "./readiness.ts";
import type { RoleKindChoice } from "./readiness-fields.tsx";

interface Props {
  readonly roleKinds: readonly RoleKindChoice[];
  readonly chosen: { readonly state?: string; readonly role?: string; readonly level?: string };
}

/** Narrows the list by membership, role and readiness; a plain GET form. */
export function MemberFilters({ roleKinds, chosen }: Props) {
  const { t, format } = useLanguage();
  return (
    <Form method="get" className="mb-5 flex flex-wrap items-end gap-4">
      <SelectField
        id="state"
        name="state"
        label={t("cadre.member.state")}
        defaultValue={chosen.state}
        placeholder={t("cadre.list.all")}
        options={MEMBERSHIP_STATES.map((value) => ({ value, label: t(`cadre.state.${value}`) }))}
      />
      <SelectField
        id="role"
        name="role"
        label={t("cadre.member.roleKind")}
        defaultValue={chosen.role}
        placeholder={t("cadre.list.all")}
        options={roleKinds.map((kind) => ({ value: kind.code, label: nameIn(format.locale, kind) }))}
      />
      <SelectField
        id="level"
        name="level"
        label={t("cadre.member.level")}
        defaultValue={chosen.level}
        placeholder={t("cadre.list.all")}
        options={READINESS_LEVELS.map((value) => ({ value, label: t(`cadre.readiness.${value}`) }))}
      />
      <Button variant="secondary">{t("cadre.list.filter")}</Button>
    </Form>
  );
}
