import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { HeldRole } from "./actor.ts";

interface Props {
  readonly accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly createdAt: string;
    readonly roles: readonly HeldRole[];
  }[];
}

/** Who has an account, and in which roles they may act. */
export function AccountTable({ accounts }: Props) {
  const { t, format } = useLanguage();
  const roleName = ({ role, stateCode }: HeldRole) => {
    const name = t(`access.role.${role}`);
    return stateCode ? t("access.roleOfState", { role: name, state: stateCode }) : name;
  };
  return (
    <DataTable
      caption={t("access.account.list")}
      captionHidden
      rows={accounts}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          title={t("access.account.none")}
          text={t("access.account.noneText")}
          action={<LinkButton to={paths.accounts()}>{t("access.account.list")}</LinkButton>}
        />
      }
      columns={[
        {
          key: "name",
          header: t("access.account.name"),
          rowHeader: true,
          cell: ({ name }) => name,
        },
        { key: "email", header: t("access.account.email"), cell: ({ email }) => email },
        {
          key: "roles",
          header: t("access.account.roles"),
          cell: ({ roles }) => format.list(roles.map(roleName)),
        },
        {
          key: "opened",
          header: t("access.account.opened"),
          nowrap: true,
          cell: ({ createdAt }) => format.date(createdAt),
        },
      ]}
    />
  );
}
