import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { DataTable } from "#app/ui/table.tsx";
import type { HeldRole } from "./actor.ts";
import { useRoleName } from "./role-name.tsx";

interface Props {
  /** Whether they were searched for. */
  readonly narrowed: boolean;
  readonly accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly email: string;
    readonly createdAt: string;
    readonly roles: readonly HeldRole[];
  }[];
}

/** Who has an account, and in which roles they may act. */
export function AccountTable({ accounts, narrowed }: Props) {
  const { t, format } = useLanguage();
  const roleName = useRoleName();
  return (
    <DataTable
      caption={t("access.account.list")}
      captionHidden
      rows={accounts}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          title={t(narrowed ? "access.account.noMatch" : "access.account.none")}
          text={t(narrowed ? "access.account.noMatchText" : "access.account.noneText")}
          action={<LinkButton to={paths.accounts()}>{t("access.account.list")}</LinkButton>}
        />
      }
      columns={[
        {
          key: "name",
          header: t("access.account.name"),
          rowHeader: true,
          cell: ({ id, name }) => <Link to={paths.account(id)}>{name}</Link>,
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
