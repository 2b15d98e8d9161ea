import { useT } from "#app/i18n/provider.tsx";
import type { HeldRole } from "./actor.ts";

/** The name of a role that somebody holds, a focal point's with its state. */
export function useRoleName(): (held: HeldRole) => string {
  const t = useT();
  return ({ role, stateCode }) => {
    const name = t(`access.role.${role}`);
    return stateCode ? t("access.roleOfState", { role: name, state: stateCode }) : name;
  };
}
