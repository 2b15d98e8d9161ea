type Someone = { readonly userId: string | null };

/** Candidacies before a panel whose member this account is, and is recused from them. */
export const recusedFrom = ({ userId }: Someone) => ({
  conflicts: { some: { member: { userId: userId ?? "" } } },
});

/**
 * The candidacies that an account may find, as the database is asked for them: none from which it is recused as a panel
 * member, nor one joined with such, whichever of its roles it wears. Every list, count and page of candidacies is asked
 * with it.
 */
export const notRecused = (someone: Someone) => ({
  NOT: { OR: [recusedFrom(someone), { mergedInto: recusedFrom(someone) }] },
});

/** The same of nominations; one for the cadre at large has no candidacy. */
export const nominationOpenTo = (someone: Someone) => ({
  OR: [{ candidacy: null }, { candidacy: notRecused(someone) }],
});
