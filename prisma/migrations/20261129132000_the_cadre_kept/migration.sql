-- The cadre kept by each process as numbers: one row a member with all that a count, an order of fit and the bench ask, which
-- triggers keep with that of "MemberIndex", and the transaction that last changed it, so that who has read them all reads
-- the changed ones alone. What was counted beforehand in tables goes.
DROP TRIGGER "tally_new_members" ON "MemberIndex";
DROP TRIGGER "tally_changed_members" ON "MemberIndex";
DROP TRIGGER "tally_gone_members" ON "MemberIndex";
DROP FUNCTION member_tally_changed();
DROP FUNCTION member_tally_fold();
DROP TABLE "MemberTally";
DROP TABLE "MemberFit";
DROP FUNCTION member_standing(date, date, date);
DROP FUNCTION member_ready(uuid, date, date);
DROP INDEX "MemberIndex_standingUntil_idx";
ALTER TABLE "MemberIndex" DROP COLUMN "facets", DROP COLUMN "ready", DROP COLUMN "standing", DROP COLUMN "standingUntil";
-- By which those whom words find are told of: a tenth of what their ids take.
ALTER TABLE "MemberIndex" ADD COLUMN "number" BIGSERIAL NOT NULL;

CREATE TABLE "MemberFact" (
    "membershipId" UUID NOT NULL,
    "facts" TEXT,
    "changedIn" BIGINT NOT NULL,
    CONSTRAINT "MemberFact_pkey" PRIMARY KEY ("membershipId")
);
CREATE INDEX "MemberFact_changedIn_idx" ON "MemberFact"("changedIn");

-- What is kept of some members, field by field in the order of member-store.ts: days as numbers since 1970, and all that hangs
-- on the clock as the day it hangs on, so that no row is of one day only.
CREATE FUNCTION member_facts(ids uuid[]) RETURNS TABLE ("membershipId" uuid, "facts" text) LANGUAGE sql STABLE AS $$
  SELECT m."id", array_to_string(ARRAY[
    i."number"::text, m."personId"::text, (extract(epoch FROM m."enteredAt") * 1000)::bigint::text, p."gender"::text, m."state"::text,
    (SELECT string_agg(DISTINCT s."regionalGroup", ',' ORDER BY s."regionalGroup") FROM public."State" s
      WHERE s."code" = ANY (p."nationalities") AND s."regionalGroup" <> ''),
    (SELECT string_agg(l."languageCode" || ':' || l."level", ',' ORDER BY l."languageCode") FROM public."PersonLanguage" l
      WHERE l."personId" = p."id"),
    array_to_string(p."nationalities", ','), array_to_string(m."impossibleStates", ','),
    array_to_string(m."roleKindCodes", ','), agreed.vacancies::int::text, agreed.assessments::int::text,
    ((SELECT max(e."validUntil") FROM public."Candidacy" c JOIN public."Clearance" e ON e."candidacyId" = c."id"
      WHERE c."personId" = p."id" AND e."outcome" = 'clear') - date '1970-01-01')::text,
    ((greatest(m."confirmedAt", m."confirmAskedAt", (SELECT max(v."invitedAt") FROM public."VacancyInvitation" v
      WHERE v."membershipId" = m."id")) AT TIME ZONE 'UTC')::date - date '1970-01-01')::text,
    m."seniorYears"::text, m."fieldMissions"::text, m."deployableWithin"::text,
    (m."availableFrom" - date '1970-01-01')::text, (m."availableUntil" - date '1970-01-01')::text,
    (SELECT string_agg(concat_ws(':', r."roleKindCode", r."level", r."expiresOn" - date '1970-01-01'), ','
      ORDER BY r."roleKindCode") FROM public."Readiness" r WHERE r."membershipId" = m."id")
  ], '|', '')
  FROM unnest(ids) asked JOIN public."CadreMembership" m ON m."id" = asked JOIN public."Person" p ON p."id" = m."personId"
  JOIN public."MemberIndex" i ON i."membershipId" = m."id"
  CROSS JOIN LATERAL (
    SELECT coalesce(bool_or(c."purpose" = 'vacancies'), false) AS vacancies,
      coalesce(bool_or(c."purpose" = 'assessments'), false) AS assessments
    FROM public."CadreConsent" c WHERE c."membershipId" = m."id" AND c."given"
  ) agreed
$$;

-- As before, without what was counted beforehand, and with what is kept.
CREATE OR REPLACE FUNCTION member_index_refresh(ids uuid[], day date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM unnest(ids) asked JOIN "MemberIndex" i ON i."membershipId" = asked
    ORDER BY i."membershipId" FOR UPDATE OF i;
  INSERT INTO "MemberIndex" AS i ("membershipId", "personId", "enteredAt", "tags", "words", "everything", "readyFrom",
    "readyUntil", "clearedUntil", "contactedAt")
  SELECT m."id", m."personId", m."enteredAt",
    ARRAY['gender:' || p."gender", 'state:' || m."state"] || place.tags || spoken.tags,
    said.words,
    said.words || to_tsvector('pg_catalog.simple', public.member_plain(held.evidence)),
    day, held.until, cleared.until, contacted.at
  FROM unnest(ids) asked JOIN "CadreMembership" m ON m."id" = asked JOIN "Person" p ON p."id" = m."personId"
  CROSS JOIN LATERAL (
    SELECT coalesce(array_agg('region:' || g.name ORDER BY g.name) FILTER (WHERE g.name IS NOT NULL), '{}') AS tags
    FROM (SELECT DISTINCT s."regionalGroup" AS name FROM "State" s
      WHERE s."code" = ANY (p."nationalities") AND s."regionalGroup" <> '') g
  ) place
  CROSS JOIN LATERAL (
    SELECT string_to_array(coalesce(string_agg(CASE l."level" WHEN 1 THEN at1 WHEN 2 THEN at1 || ',' || at2
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
  ON CONFLICT ("membershipId") DO UPDATE SET
    "personId" = EXCLUDED."personId", "enteredAt" = EXCLUDED."enteredAt", "tags" = EXCLUDED."tags",
    "words" = EXCLUDED."words", "everything" = EXCLUDED."everything", "readyFrom" = EXCLUDED."readyFrom",
    "readyUntil" = EXCLUDED."readyUntil", "clearedUntil" = EXCLUDED."clearedUntil", "contactedAt" = EXCLUDED."contactedAt";
  INSERT INTO "MemberFact" AS f ("membershipId", "facts", "changedIn")
  SELECT "membershipId", "facts", pg_current_xact_id()::text::bigint FROM public.member_facts(ids)
  ON CONFLICT ("membershipId") DO UPDATE SET "facts" = EXCLUDED."facts", "changedIn" = EXCLUDED."changedIn"
  WHERE f."facts" IS DISTINCT FROM EXCLUDED."facts";
END $$;

-- Of a member who is gone an empty row stays, so that whoever has counted them learns of it.
CREATE FUNCTION member_fact_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "MemberFact" SET "facts" = NULL, "changedIn" = pg_current_xact_id()::text::bigint
  WHERE "membershipId" = OLD."membershipId";
  RETURN NULL;
END $$;
CREATE TRIGGER "kept_gone_members" AFTER DELETE ON "MemberIndex" FOR EACH ROW EXECUTE FUNCTION member_fact_gone();

DROP TRIGGER "search_changed_members" ON "CadreMembership";
CREATE TRIGGER "search_changed_members" AFTER UPDATE OF "personId", "state", "enteredAt", "confirmedAt", "confirmAskedAt",
    "seniorYears", "fieldMissions", "deployableWithin", "availableFrom", "availableUntil", "impossibleStates", "roleKindCodes"
    ON "CadreMembership" FOR EACH ROW EXECUTE FUNCTION member_index_changed('membership', 'id');

SELECT member_index_refresh(array(SELECT "id" FROM "CadreMembership"), CURRENT_DATE);
