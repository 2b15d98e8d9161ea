import type { Pair, Side } from "#app/mentoring/session/session-state.queries.server.ts";
import type { Transaction } from "#app/platform/database.server.ts";
import { queueMail } from "#app/platform/mail.server.ts";
import type { MailKind, MailParams, NewMail } from "#app/platform/mail-kinds.ts";

const nameOf = ({ givenName, familyName }: Side) => `${givenName} ${familyName}`;

/** The kinds of message that go to one of a pair and name the other. */
type PairMail = {
  [K in MailKind]: "name" | "other" | "link" extends keyof MailParams[K] ? K : never;
}[MailKind];
type Extra<K extends PairMail> = Omit<MailParams[K], "name" | "other" | "link">;

interface Telling<K extends PairMail> {
  readonly kind: K;
  /** Who of the pair is told. */
  readonly to: readonly Side[];
  readonly link: string;
  /** Names the occasion, so that it is told once. */
  readonly occasion: string;
  readonly extra: Extra<K>;
}

/** The one of a pair who is not this person. */
export const otherOf = (pair: Pair, personId: string | null): Side =>
  pair.mentor.id === personId ? pair.mentee : pair.mentor;

/** Writes to one or both of a pair, each of the other; no message carries a word of theirs. */
export async function tellPair<K extends PairMail>(tx: Transaction, pair: Pair, telling: Telling<K>) {
  const { kind, to, link, occasion, extra } = telling;
  for (const person of to) {
    const mail = {
      kind,
      to: person.user?.email ?? person.email,
      locale: person.user?.locale ?? "en",
      params: { name: nameOf(person), other: nameOf(otherOf(pair, person.id)), link, ...extra },
      dedupeKey: `${kind}:${occasion}:${person.id}`,
    };
    await queueMail(tx, mail as NewMail);
  }
}
