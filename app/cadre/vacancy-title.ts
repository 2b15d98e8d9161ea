/** What a vacancy is called by, and its kind of post: for queries to select. */
export const VACANCY_TITLE = {
  reference: true,
  post: {
    select: {
      roleKindCode: true,
      level: true,
      roleKind: { select: { nameEn: true, nameFr: true } },
      mission: { select: { acronym: true } },
    },
  },
} as const;
