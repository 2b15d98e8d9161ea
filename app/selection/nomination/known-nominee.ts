import type { Gender } from "#app/gender/counts.ts";

/** Who somebody is, as one reader knows them. */
export interface KnownNominee {
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly gender: Gender;
  readonly nationalities: readonly string[];
}

/** What a nominator typed of a nominee, and whether the nominee has answered for themself. */
export const STATED = {
  statedGivenName: true,
  statedFamilyName: true,
  statedEmail: true,
  statedGender: true,
  statedNationalities: true,
} as const;

/** What a query loads of a nomination to show its nominee to the state that nominated. */
export const KNOWN_TO_STATE = {
  ...STATED,
  person: { select: { givenName: true, familyName: true, gender: true, nationalities: true } },
  candidacy: { select: { _count: { select: { consents: true } } } },
} as const;

interface Stated {
  readonly statedGivenName: string;
  readonly statedFamilyName: string;
  readonly statedEmail: string;
  readonly statedGender: Gender;
  readonly statedNationalities: readonly string[];
}

interface Nominated extends Stated {
  readonly person: Omit<KnownNominee, "email">;
  readonly candidacy: { readonly _count: { readonly consents: number } } | null;
}

/** A nominee as the nominator put them down: the columns of a nomination. */
export const statedColumns = ({ givenName, familyName, email, gender, nationalities }: KnownNominee) => ({
  statedGivenName: givenName,
  statedFamilyName: familyName,
  statedEmail: email.trim().toLowerCase(),
  statedGender: gender,
  statedNationalities: [...nationalities],
});

/** A nominee as the nominator put them down: of a nomination's columns. */
export const statedIn = (nomination: Stated): KnownNominee => ({
  givenName: nomination.statedGivenName,
  familyName: nomination.statedFamilyName,
  email: nomination.statedEmail,
  gender: nomination.statedGender,
  nationalities: nomination.statedNationalities,
});

/**
 * A nominee as the nominating state may know them: what it typed itself, until the nominee has consented to its
 * nomination; from then on as they are on file. Somebody may be on file already, under another name: that there is
 * such a person is not for the state to learn by typing their address. The address stays the one it typed.
 */
export function knownToState({ person, candidacy, ...nomination }: Nominated): KnownNominee {
  const stated = statedIn(nomination);
  return candidacy !== null && candidacy._count.consents > 0 ? { ...person, email: stated.email } : stated;
}
