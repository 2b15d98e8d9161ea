-- Who declined to be reviewed for the cadre declined; withdrawn is what the nominator took back.
CREATE OR REPLACE FUNCTION list_nominations(wanted UUID[]) RETURNS VOID LANGUAGE sql AS $$
  INSERT INTO "NominationListing"
    ("nominationId", "candidacyId", "submittedAt", "stateCode", "stage", "gender", "roleKindCode", "searchName")
  SELECT n."id", c."id", n."submittedAt", n."stateCode",
    coalesce(c."state"::text, CASE WHEN n."state" = 'withdrawn' THEN 'withdrawn' WHEN r."state" = 'declined' THEN 'declinedCadre'
      WHEN r."state" = 'consented' THEN 'forCadre' WHEN r."state" = 'entered' THEN 'inCadre'
      WHEN r."state" = 'notTaken' THEN 'notTaken' ELSE 'nominated' END),
    p."gender", post."roleKindCode", name_search_key(p."familyName" || ' ' || p."givenName")
  FROM "Nomination" n
  JOIN "Person" p ON p."id" = n."personId"
  LEFT JOIN "Candidacy" c ON c."nominationId" = n."id"
  LEFT JOIN "PoolReview" r ON r."nominationId" = n."id"
  LEFT JOIN "Vacancy" v ON v."id" = n."vacancyId"
  LEFT JOIN "Post" post ON post."id" = v."postId"
  WHERE n."id" = ANY (wanted)
  ON CONFLICT ("nominationId") DO UPDATE SET
    "candidacyId" = excluded."candidacyId", "submittedAt" = excluded."submittedAt",
    "stateCode" = excluded."stateCode", "stage" = excluded."stage", "gender" = excluded."gender",
    "roleKindCode" = excluded."roleKindCode", "searchName" = excluded."searchName"
$$;

SELECT list_nominations(ARRAY(SELECT "nominationId" FROM "PoolReview" WHERE "state" = 'declined'));
