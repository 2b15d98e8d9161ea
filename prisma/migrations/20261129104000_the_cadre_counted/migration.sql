-- The cadre counted beforehand: how many members are alike, kept as changes that are added up, and what an order of fit
-- asks of each finding and its member in one narrow row. Both follow "MemberIndex", which is made anew here.
DELETE FROM "MemberIndex";
ALTER TABLE "MemberIndex" ADD COLUMN "standing" TEXT NOT NULL, ADD COLUMN "standingUntil" DATE NOT NULL;
CREATE INDEX "MemberIndex_readyFrom_idx" ON "MemberIndex"("readyFrom");
CREATE INDEX "MemberIndex_standingUntil_idx" ON "MemberIndex"("standingUntil");

CREATE TABLE "MemberTally" (
    "id" BIGSERIAL NOT NULL,
    "facets" TEXT NOT NULL,
    "ready" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "people" INTEGER NOT NULL,
    CONSTRAINT "MemberTally_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "MemberFit" (
    "membershipId" UUID NOT NULL,
    "roleKindCode" TEXT NOT NULL,
    "level" "ReadinessLevel" NOT NULL,
    "expiresOn" DATE NOT NULL,
    "personId" UUID NOT NULL,
    "gender" "Gender" NOT NULL,
    "counts" BOOLEAN NOT NULL,
    "assessments" BOOLEAN NOT NULL,
    "seniorYears" INTEGER,
    "fieldMissions" INTEGER,
    "deployableWithin" INTEGER,
    "availableFrom" DATE,
    "availableUntil" DATE,
    "impossibleStates" TEXT[],
    "roleKindCodes" TEXT[],
    "spoken" TEXT[],
    "nationalities" TEXT[],
    CONSTRAINT "MemberFit_pkey" PRIMARY KEY ("membershipId", "roleKindCode")
);
CREATE INDEX "MemberFit_roleKindCode_expiresOn_idx" ON "MemberFit"("roleKindCode", "expiresOn");
ALTER TABLE "MemberFit" ADD CONSTRAINT "MemberFit_membershipId_fkey"
    FOREIGN KEY ("membershipId") REFERENCES "CadreMembership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- How a clearance and a contact stand on a day, and the last day on which both still stand so. The days are those of
-- member-search.ts; a test holds the two together.
CREATE FUNCTION member_standing(cleared date, contacted date, day date, OUT standing text, OUT until date)
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT c.standing || '|' || t.standing, least(c.until, t.until) FROM
    (SELECT CASE WHEN cleared IS NULL OR cleared < day THEN 'none' WHEN cleared <= day + 90 THEN 'endsSoon' ELSE 'holds' END,
      CASE WHEN cleared IS NULL OR cleared < day THEN '9999-12-31' WHEN cleared <= day + 90 THEN cleared
        ELSE cleared - 91 END) c(standing, until),
    (SELECT CASE WHEN contacted IS NULL THEN 'never' WHEN contacted >= day - 90 THEN 'recent'
        WHEN contacted >= day - 365 THEN 'year' ELSE 'longAgo' END,
      CASE WHEN contacted >= day - 90 THEN contacted + 90 WHEN contacted >= day - 365 THEN contacted + 365
        ELSE '9999-12-31' END) t(standing, until)
$$;

-- As before, with the standing, with each text made and read once, and with the row of an order of fit. The ids are joined
-- and not compared with an array, which takes a hundred thousand of them ten thousand times a hundred thousand comparisons.
CREATE OR REPLACE FUNCTION member_index_refresh(ids uuid[], day date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM unnest(ids) asked JOIN "MemberIndex" i ON i."membershipId" = asked
    ORDER BY i."membershipId" FOR UPDATE OF i;
  INSERT INTO "MemberIndex" AS i ("membershipId", "personId", "enteredAt", "facets", "tags", "words", "everything",
    "ready", "readyFrom", "readyUntil", "clearedUntil", "contactedAt", "standing", "standingUntil")
  SELECT m."id", m."personId", m."enteredAt",
    concat_ws('|', p."gender", m."state", place.regions, spoken.languages),
    ARRAY['gender:' || p."gender", 'state:' || m."state"] || place.tags || spoken.tags,
    said.words,
    said.words || to_tsvector('pg_catalog.simple', public.member_plain(held.evidence)),
    held.ready, day, held.until, cleared.until, contacted.at, stands.standing, stands.until
  FROM unnest(ids) asked JOIN "CadreMembership" m ON m."id" = asked JOIN "Person" p ON p."id" = m."personId"
  CROSS JOIN LATERAL (
    SELECT coalesce(string_agg(g.name, ',' ORDER BY g.name), '') AS regions,
      coalesce(array_agg('region:' || g.name ORDER BY g.name) FILTER (WHERE g.name IS NOT NULL), '{}') AS tags
    FROM (SELECT DISTINCT s."regionalGroup" AS name FROM "State" s
      WHERE s."code" = ANY (p."nationalities") AND s."regionalGroup" <> '') g
  ) place
  CROSS JOIN LATERAL (
    SELECT coalesce(string_agg(l."languageCode" || ':' || l."level", ',' ORDER BY l."languageCode"), '') AS languages,
      string_to_array(coalesce(string_agg(CASE l."level" WHEN 1 THEN at1 WHEN 2 THEN at1 || ',' || at2
        ELSE at1 || ',' || at2 || ',' || at3 END, ',' ORDER BY l."languageCode"), ''), ',') AS tags
    FROM (SELECT e."languageCode", e."level", 'language:' || e."languageCode" || ':1' AS at1,
      'language:' || e."languageCode" || ':2' AS at2, 'language:' || e."languageCode" || ':3' AS at3
      FROM "PersonLanguage" e WHERE e."personId" = p."id") l
  ) spoken
  CROSS JOIN LATERAL (
    SELECT to_tsvector('pg_catalog.simple', public.member_plain(concat_ws(' ', p."givenName", p."familyName", p."rank",
      (SELECT f."currentPost" FROM "Profile" f WHERE f."personId" = p."id"),
      (SELECT string_agg(c."title" || ' ' || c."employer", ' ' ORDER BY c."startYear", c."id")
        FROM "CareerPost" c WHERE c."personId" = p."id")))) AS words OFFSET 0
  ) said
  CROSS JOIN LATERAL (
    SELECT coalesce(string_agg(r."evidence", ' ' ORDER BY r."id"), '') AS evidence,
      coalesce(string_agg(r."roleKindCode" || ':' || r."level", ',' ORDER BY r."roleKindCode"), '') AS ready,
      coalesce(min(r."expiresOn"), '9999-12-31') AS until
    FROM "Readiness" r WHERE r."membershipId" = m."id" AND r."expiresOn" >= day
  ) held
  CROSS JOIN LATERAL (
    SELECT max(e."validUntil") AS until FROM "Candidacy" c JOIN "Clearance" e ON e."candidacyId" = c."id"
    WHERE c."personId" = p."id" AND e."outcome" = 'clear'
  ) cleared
  CROSS JOIN LATERAL (
    SELECT greatest(m."confirmedAt", m."confirmAskedAt", max(v."invitedAt")) AS at
    FROM "VacancyInvitation" v WHERE v."membershipId" = m."id"
  ) contacted
  CROSS JOIN LATERAL public.member_standing(cleared.until, (contacted.at AT TIME ZONE 'UTC')::date, day) stands
  ON CONFLICT ("membershipId") DO UPDATE SET
    "personId" = EXCLUDED."personId", "enteredAt" = EXCLUDED."enteredAt", "facets" = EXCLUDED."facets",
    "tags" = EXCLUDED."tags", "words" = EXCLUDED."words", "everything" = EXCLUDED."everything",
    "ready" = EXCLUDED."ready", "readyFrom" = EXCLUDED."readyFrom", "readyUntil" = EXCLUDED."readyUntil",
    "clearedUntil" = EXCLUDED."clearedUntil", "contactedAt" = EXCLUDED."contactedAt",
    "standing" = EXCLUDED."standing", "standingUntil" = EXCLUDED."standingUntil";
  DELETE FROM "MemberFit" f USING unnest(ids) asked WHERE f."membershipId" = asked AND NOT EXISTS (
    SELECT FROM "Readiness" r WHERE r."membershipId" = f."membershipId" AND r."roleKindCode" = f."roleKindCode");
  INSERT INTO "MemberFit" AS f ("membershipId", "roleKindCode", "level", "expiresOn", "personId", "gender", "counts", "assessments", "seniorYears",
    "fieldMissions", "deployableWithin", "availableFrom", "availableUntil", "impossibleStates", "roleKindCodes", "spoken",
    "nationalities")
  SELECT m."id", r."roleKindCode", r."level", r."expiresOn", m."personId", p."gender", m."state" = 'active' AND agreed.vacancies, agreed.assessments, m."seniorYears",
    m."fieldMissions", m."deployableWithin", m."availableFrom", m."availableUntil", m."impossibleStates",
    m."roleKindCodes", ARRAY(SELECT l."languageCode" || ':' || n FROM "PersonLanguage" l
      CROSS JOIN LATERAL generate_series(1, l."level") n WHERE l."personId" = p."id"), p."nationalities"
  FROM unnest(ids) asked JOIN "CadreMembership" m ON m."id" = asked JOIN "Person" p ON p."id" = m."personId"
  JOIN "Readiness" r ON r."membershipId" = m."id"
  CROSS JOIN LATERAL (
    SELECT coalesce(bool_or(c."purpose" = 'vacancies'), false) AS vacancies,
      coalesce(bool_or(c."purpose" = 'assessments'), false) AS assessments
    FROM "CadreConsent" c WHERE c."membershipId" = m."id" AND c."given"
  ) agreed
  ON CONFLICT ("membershipId", "roleKindCode") DO UPDATE SET
    "level" = EXCLUDED."level", "expiresOn" = EXCLUDED."expiresOn", "personId" = EXCLUDED."personId", "gender" = EXCLUDED."gender", "counts" = EXCLUDED."counts",
    "assessments" = EXCLUDED."assessments", "seniorYears" = EXCLUDED."seniorYears",
    "fieldMissions" = EXCLUDED."fieldMissions", "deployableWithin" = EXCLUDED."deployableWithin",
    "availableFrom" = EXCLUDED."availableFrom", "availableUntil" = EXCLUDED."availableUntil",
    "impossibleStates" = EXCLUDED."impossibleStates", "roleKindCodes" = EXCLUDED."roleKindCodes",
    "spoken" = EXCLUDED."spoken", "nationalities" = EXCLUDED."nationalities";
END $$;

DROP TRIGGER "search_changed_members" ON "CadreMembership";
CREATE TRIGGER "search_changed_members" AFTER UPDATE OF "personId", "state", "confirmedAt", "confirmAskedAt", "seniorYears",
    "fieldMissions", "deployableWithin", "availableFrom", "availableUntil", "impossibleStates", "roleKindCodes"
    ON "CadreMembership" FOR EACH ROW EXECUTE FUNCTION member_index_changed('membership', 'id');
CREATE TRIGGER "search_consents" AFTER INSERT OR UPDATE OR DELETE ON "CadreConsent"
    FOR EACH ROW EXECUTE FUNCTION member_index_changed('membership', 'membershipId');

-- What a statement changed of how many members are alike, added to the tally: nobody waits for another's row of it.
CREATE FUNCTION member_tally_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "MemberTally" ("facets", "ready", "standing", "people")
    SELECT "facets", "ready", "standing", count(*) FROM is_now GROUP BY 1, 2, 3;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO "MemberTally" ("facets", "ready", "standing", "people")
    SELECT "facets", "ready", "standing", -count(*) FROM was GROUP BY 1, 2, 3;
  ELSE
    INSERT INTO "MemberTally" ("facets", "ready", "standing", "people")
    SELECT "facets", "ready", "standing", sum(n) FROM (
      SELECT "facets", "ready", "standing", 1 AS n FROM is_now UNION ALL SELECT "facets", "ready", "standing", -1 FROM was
    ) both_of_them GROUP BY 1, 2, 3 HAVING sum(n) <> 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "tally_new_members" AFTER INSERT ON "MemberIndex" REFERENCING NEW TABLE AS is_now
    FOR EACH STATEMENT EXECUTE FUNCTION member_tally_changed();
CREATE TRIGGER "tally_changed_members" AFTER UPDATE ON "MemberIndex" REFERENCING OLD TABLE AS was NEW TABLE AS is_now
    FOR EACH STATEMENT EXECUTE FUNCTION member_tally_changed();
CREATE TRIGGER "tally_gone_members" AFTER DELETE ON "MemberIndex" REFERENCING OLD TABLE AS was
    FOR EACH STATEMENT EXECUTE FUNCTION member_tally_changed();

-- Adds up what has changed since: one row for each kind of members alike.
CREATE FUNCTION member_tally_fold() RETURNS void LANGUAGE sql AS $$
  WITH several AS MATERIALIZED (
    SELECT "facets", "ready", "standing" FROM public."MemberTally" GROUP BY 1, 2, 3 HAVING count(*) > 1
  ), gone AS (
    DELETE FROM public."MemberTally" t USING several s
    WHERE t."facets" = s."facets" AND t."ready" = s."ready" AND t."standing" = s."standing"
    RETURNING t."facets", t."ready", t."standing", t."people"
  )
  INSERT INTO public."MemberTally" ("facets", "ready", "standing", "people")
  SELECT "facets", "ready", "standing", sum("people") FROM gone GROUP BY 1, 2, 3 HAVING sum("people") <> 0
$$;

SELECT member_index_refresh(array(SELECT "id" FROM "CadreMembership"), CURRENT_DATE);
