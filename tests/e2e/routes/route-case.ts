import { ROLES, type Role } from "#app/access/actor.ts";

/** Who may open a page: a role with whichever account wears it first, or with the account whose thing it is. */
type Readers = Partial<Record<Role, string | "whoever">>;

export interface RouteCase {
  readonly path: string;
  readonly readers: Readers | "everybody";
  /** A page is looked at in a browser; what is no page is only answered. */
  readonly page: boolean;
}

/** Routes by the name of their file. */
export type RouteCases = Readonly<Record<string, RouteCase>>;

export const seen = (path: string, readers: RouteCase["readers"]): RouteCase => ({
  path,
  readers,
  page: true,
});
export const answered = (path: string, readers: RouteCase["readers"]): RouteCase => ({
  path,
  readers,
  page: false,
});

export const everybody = "everybody";
export const signedIn = Object.fromEntries(ROLES.map((role) => [role, "whoever"])) as Readers;
export const secretariat = { secretariat: "whoever" } as const;
export const mentoring = { mentor: "whoever", mentee: "whoever" } as const;
export const vetting = { vettingOfficer: "whoever" } as const;
export const overseers = { secretariat: "whoever", auditor: "whoever" } as const;
export const deciders = { ...overseers, decisionMaker: "whoever" } as const;
export const courseReaders = { ...overseers, focalPoint: "whoever", candidate: "whoever" } as const;
export const attestationReaders = { secretariat: "whoever", vettingOfficer: "whoever" } as const;
export const learners = { ...overseers, mentor: "whoever", mentee: "whoever" } as const;
export const missionReaders = { ...deciders, panelMember: "whoever", focalPoint: "whoever" } as const;
