import type { ConsentPurpose } from "#app/selection/nomination/profile.ts";
import type { FileField } from "./candidate-file.ts";

/** One thing that happened in a case, as its candidate is told; instants ISO 8601 in UTC. */
export type CaseEvent = { readonly at: string } & (
  | { readonly kind: "stage"; readonly stage: string }
  | { readonly kind: "corrected"; readonly fields: readonly FileField[] }
  | { readonly kind: "documentAdded" | "documentRemoved"; readonly name: string }
  | { readonly kind: "consent"; readonly purpose: ConsentPurpose; readonly given: boolean }
  | { readonly kind: "attested" | "screenedOut" | "withdrawn" | "declined" }
);

interface Sources {
  readonly stages: readonly { readonly stage: string; readonly reachedAt: string }[];
  readonly corrections: readonly { readonly at: string; readonly fields: readonly FileField[] }[];
  readonly documents: readonly {
    readonly name: string;
    readonly createdAt: string;
    readonly removedAt: string | null;
  }[];
  readonly consentChanges: readonly {
    readonly purpose: ConsentPurpose;
    readonly given: boolean;
    readonly changedAt: string;
  }[];
  /** Of every attestation, the first among them. */
  readonly attestedAt: readonly string[];
  readonly screenedOutAt: string | null;
  readonly withdrawnAt: string | null;
  /** Of somebody who was selected and declined the post. */
  readonly declined: { readonly selectedAt: string; readonly declinedAt: string } | null;
}

/**
 * The history of a case, the latest first. What belongs to giving consent (the file completed, the first consents and
 * attestation) is told by that stage and not again; the consent that ends with a withdrawal, by the withdrawal.
 */
export function caseHistory(sources: Sources): readonly CaseEvent[] {
  const consentedAt = sources.stages.find(({ stage }) => stage === "consented")?.reachedAt ?? "";
  const later = (at: string) => at > consentedAt;
  const events: CaseEvent[] = [
    ...sources.stages.map(({ stage, reachedAt }) => ({ kind: "stage" as const, stage, at: reachedAt })),
    ...sources.corrections
      .filter(({ at, fields }) => later(at) && fields.length > 0)
      .map((correction) => ({ kind: "corrected" as const, ...correction })),
    ...sources.documents.map(({ name, createdAt }) => ({
      kind: "documentAdded" as const,
      name,
      at: createdAt,
    })),
    ...sources.documents.flatMap(({ name, removedAt }) =>
      removedAt ? [{ kind: "documentRemoved" as const, name, at: removedAt }] : [],
    ),
    ...sources.consentChanges
      .filter(({ purpose, changedAt }) => purpose !== "vacancy" && later(changedAt))
      .map(({ changedAt, ...change }) => ({ kind: "consent" as const, ...change, at: changedAt })),
    ...sources.attestedAt.slice(1).map((at) => ({ kind: "attested" as const, at })),
    ...(sources.screenedOutAt ? [{ kind: "screenedOut" as const, at: sources.screenedOutAt }] : []),
    ...declinedEvents(sources.declined),
    ...(sources.withdrawnAt && !sources.declined
      ? [{ kind: "withdrawn" as const, at: sources.withdrawnAt }]
      : []),
  ];
  return events.toSorted((a, b) => b.at.localeCompare(a.at));
}

const declinedEvents = (declined: Sources["declined"]): CaseEvent[] =>
  declined
    ? [
        { kind: "stage", stage: "selected", at: declined.selectedAt },
        { kind: "declined", at: declined.declinedAt },
      ]
    : [];
