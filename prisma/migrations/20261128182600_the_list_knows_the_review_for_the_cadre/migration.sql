-- Where a nomination for the cadre stands is where its review does: entered and not taken have names of their own.
CREATE OR REPLACE FUNCTION list_nominations(wanted UUID[]) RETURNS VOID LANGUAGE sql AS $$
  INSERT INTO "NominationListing"
    ("nominationId", "candidacyId", "submittedAt", "stateCode", "stage", "gender", "roleKindCode", "searchName")
  SELECT n."id", c."id", n."submittedAt", n."stateCode",
    coalesce(c."state"::text, CASE WHEN n."state" = 'withdrawn' OR r."state" = 'declined' THEN 'withdrawn'
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

-- A new review stands where its nomination does, so that only what is written on it later is listed anew.
CREATE TRIGGER list_changed_reviews AFTER UPDATE ON "PoolReview" REFERENCING NEW TABLE AS written
  FOR EACH STATEMENT EXECUTE FUNCTION list_written_candidacies();

SELECT list_nominations(ARRAY(SELECT "nominationId" FROM "PoolReview" WHERE "state" <> 'asked'));
