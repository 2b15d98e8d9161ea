import { Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { DataTable } from "#app/ui/table.tsx";
import { isOfficialRole } from "./account-order.ts";
import type { HeldRole } from "./actor.ts";
import { useRoleName } from "./role-name.tsx";

interface Props {
  readonly userId: string;
  /** Whether the reader may withdraw those that an officer gives. */
  readonly mayWithdraw: boolean;
  readonly roles: readonly (HeldRole & {
    readonly id: string;
    readonly grantedAt: string;
    readonly revokedAt: string | null;
  })[];
}

/** The roles that an account holds or held. */
export function RoleTable({ userId, mayWithdraw, roles }: Props) {
  const { t, format } = useLanguage();
  const roleName = useRoleName();
  return (
    <DataTable
      caption={t("access.account.roles")}
      captionHidden
      rows={roles}
      rowKey={({ id }) => id}
      empty={<p>{t("access.account.noRole")}</p>}
      columns={[
        { key: "role", header: t("access.account.role"), rowHeader: true, cell: roleName },
        {
          key: "since",
          header: t("access.account.since"),
          nowrap: true,
          cell: ({ grantedAt }) => format.date(grantedAt),
        },
        {
          key: "until",
          header: t("access.account.until"),
          nowrap: true,
          cell: ({ revokedAt }) =>
            revokedAt ? format.date(revokedAt) : <span>{t("access.account.stillHeld")}</span>,
        },
        ...(mayWithdraw
          ? [
              {
                key: "withdraw",
                header: t("access.account.change"),
                cell: ({ id, role, stateCode, revokedAt }: Props["roles"][number]) =>
                  revokedAt === null && isOfficialRole(role) ? (
                    <Link
                      to={paths.withdrawRole(userId, id)}
                      aria-label={t("access.account.withdrawOf", { role: roleName({ role, stateCode }) })}
                    >
                      {t("access.account.withdraw")}
                    </Link>
                  ) : (
                    t("access.account.byCase")
                  ),
              },
            ]
          : []),
      ]}
    />
  );
}
