import type { Refusal } from "#app/access/result.ts";

type Marks = { readonly [M in "start" | "middle" | "end"]: number | null };

/** A goal as one of the pair sees it. */
export interface PairGoal {
  readonly id: string;
  readonly text: string;
  readonly own: Marks;
  /** null where the other has not said, or one has not said oneself. */
  readonly other: Marks;
}

/** What a mentor who left handed over; instants ISO 8601. */
interface ShownHandOver {
  readonly engagementId: string;
  readonly text: string;
  readonly writtenAt: string;
  readonly shared: boolean;
  readonly mayShare: boolean;
}

/** How a pair works, as its page shows it to one of the two, or with less to overseers; days are ISO dates. */
export interface ShownWork {
  readonly id: string;
  /** Whether the reader is one of the pair. */
  readonly own: boolean;
  readonly active: boolean;
  readonly agreement: {
    readonly signed: {
      readonly version: number;
      readonly mentorSignedAt: string | null;
      readonly menteeSignedAt: string | null;
    } | null;
    readonly proposed?: { readonly version: number; readonly ownSigned: boolean } | undefined;
  };
  readonly goals: readonly PairGoal[];
  readonly reviews: readonly {
    readonly moment: "early" | "middle" | "end";
    readonly dueOn: string;
    /** How many of the two have given it. */
    readonly given: number;
    readonly ownGiven: boolean;
    readonly open: boolean;
  }[];
  readonly extension: {
    readonly agreed: number;
    readonly mayPropose: boolean;
    readonly waiting: { readonly endsOn: string; readonly own: boolean } | null;
  };
  readonly ended: { readonly on: string; readonly ending: "complete" | "early" | "mentorLeft" } | null;
  /** For the leader of a pair that has ended: whether another mentor can be asked for here, or why not. */
  readonly another: { readonly refusal: Refusal | null } | null;
  readonly handOver: ShownHandOver | null;
  readonly handedOver: readonly ShownHandOver[];
}
