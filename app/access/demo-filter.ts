import { ROLES, type Role } from "./actor.ts";

/** Invented people shown of each role while several roles stand side by side, and on a page of one role. */
export const DEMO_ACCOUNTS = { side: 12, page: 60 } as const;

/** What the demonstration's sign-ins are narrowed by: a role, a part of a name. */
export interface DemoFilter {
  readonly role: Role | null;
  /** Without spaces at its ends, at most 100 characters; empty: everybody. */
  readonly name: string;
  /** From 1; only one role has more than one page. */
  readonly page: number;
}

/** The filter that an address asks for; a role there is not is none. */
export function demoFilterOf(params: URLSearchParams, page: number): DemoFilter {
  const role = ROLES.find((one) => one === params.get("role")) ?? null;
  const name = (params.get("name") ?? "").trim().slice(0, 100);
  return { role, name, page: role === null ? 1 : page };
}

/** Where all of one role stand, still narrowed by the name. */
export function demoSearch(role: Role, { name }: Pick<DemoFilter, "name">): string {
  return `?${new URLSearchParams(name === "" ? { role } : { role, name })}`;
}
