-- Search over the cadre: one narrow row a member, which triggers keep, and the searches that officers keep.
CREATE TABLE "MemberIndex" (
    "membershipId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "facets" TEXT NOT NULL,
    "tags" TEXT[],
    "words" tsvector NOT NULL DEFAULT ''::tsvector,
    "everything" tsvector NOT NULL DEFAULT ''::tsvector,
    "ready" TEXT NOT NULL,
    "readyFrom" DATE NOT NULL,
    "readyUntil" DATE NOT NULL,
    "clearedUntil" DATE,
    "contactedAt" TIMESTAMPTZ(3),
    CONSTRAINT "MemberIndex_pkey" PRIMARY KEY ("membershipId")
);
CREATE INDEX "MemberIndex_enteredAt_membershipId_idx" ON "MemberIndex"("enteredAt" DESC, "membershipId");
CREATE INDEX "MemberIndex_tags_idx" ON "MemberIndex" USING GIN ("tags");
CREATE INDEX "MemberIndex_readyUntil_idx" ON "MemberIndex"("readyUntil");
CREATE INDEX "MemberIndex_personId_idx" ON "MemberIndex"("personId");
CREATE INDEX "MemberIndex_everything" ON "MemberIndex" USING GIN ("everything");
ALTER TABLE "MemberIndex" ADD CONSTRAINT "MemberIndex_membershipId_fkey"
    FOREIGN KEY ("membershipId") REFERENCES "CadreMembership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "SavedSearch" (
    "id" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "filter" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "SavedSearch_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "SavedSearch_userId_createdAt_idx" ON "SavedSearch"("userId", "createdAt");
ALTER TABLE "SavedSearch" ADD CONSTRAINT "SavedSearch_userId_fkey"
    FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "SavedSearchHit" (
    "savedSearchId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "foundAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "SavedSearchHit_pkey" PRIMARY KEY ("savedSearchId", "membershipId")
);
CREATE INDEX "SavedSearchHit_savedSearchId_foundAt_idx" ON "SavedSearchHit"("savedSearchId", "foundAt");
CREATE INDEX "SavedSearchHit_membershipId_idx" ON "SavedSearchHit"("membershipId");
ALTER TABLE "SavedSearchHit" ADD CONSTRAINT "SavedSearchHit_savedSearchId_fkey"
    FOREIGN KEY ("savedSearchId") REFERENCES "SavedSearch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "SavedSearchHit" ADD CONSTRAINT "SavedSearchHit_membershipId_fkey"
    FOREIGN KEY ("membershipId") REFERENCES "CadreMembership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- As lessons are searched, and without the vowel signs and the stretching of Arabic, which are written or left out at will.
CREATE FUNCTION member_plain(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT public.lesson_plain(regexp_replace(words, '[\u064B-\u065F\u0670\u0640]', '', 'g'))
$$;
-- Every word that is looked for begins a word of the text.
CREATE FUNCTION member_query(asked text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(plainto_tsquery('pg_catalog.simple', public.member_plain(asked))::text, '''( & |$)', ''':*\1', 'g')::tsquery
$$;
-- What a member is found ready for on a day; of findings that end by a last day where one is named.
CREATE FUNCTION member_ready(membership uuid, day date, last date DEFAULT 'infinity') RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(r."roleKindCode" || ':' || r."level", ',' ORDER BY r."roleKindCode"), '')
  FROM public."Readiness" r WHERE r."membershipId" = membership AND r."expiresOn" BETWEEN day AND last
$$;

-- Makes the rows of some members anew, as they are on a day. The rows are locked first, so that of two changes at a time
-- the later sees what the earlier wrote.
CREATE FUNCTION member_index_refresh(ids uuid[], day date) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM "MemberIndex" WHERE "membershipId" = ANY (ids) ORDER BY "membershipId" FOR UPDATE;
  INSERT INTO "MemberIndex" AS i
  SELECT m."id", m."personId", m."enteredAt",
    concat_ws('|', p."gender", m."state", place.regions, spoken.languages),
    ARRAY['gender:' || p."gender", 'state:' || m."state"] || place.tags || spoken.tags,
    to_tsvector('pg_catalog.simple', public.member_plain(said.words)),
    to_tsvector('pg_catalog.simple', public.member_plain(said.words || ' ' || held.evidence)),
    public.member_ready(m."id", day), day, held.until, cleared.until,
    greatest(m."confirmedAt", m."confirmAskedAt", invited.at)
  FROM "CadreMembership" m JOIN "Person" p ON p."id" = m."personId"
  CROSS JOIN LATERAL (
    SELECT coalesce(string_agg(g.name, ',' ORDER BY g.name), '') AS regions,
      coalesce(array_agg('region:' || g.name ORDER BY g.name) FILTER (WHERE g.name IS NOT NULL), '{}') AS tags
    FROM (SELECT DISTINCT s."regionalGroup" AS name FROM "State" s
      WHERE s."code" = ANY (p."nationalities") AND s."regionalGroup" <> '') g
  ) place
  CROSS JOIN LATERAL (
    SELECT coalesce(string_agg(l."languageCode" || ':' || l."level", ',' ORDER BY l."languageCode"), '') AS languages,
      coalesce((SELECT array_agg('language:' || e."languageCode" || ':' || n ORDER BY e."languageCode", n)
        FROM "PersonLanguage" e CROSS JOIN LATERAL generate_series(1, e."level") n
        WHERE e."personId" = p."id"), '{}') AS tags
    FROM "PersonLanguage" l WHERE l."personId" = p."id"
  ) spoken
  CROSS JOIN LATERAL (
    SELECT concat_ws(' ', p."givenName", p."familyName", p."rank",
      (SELECT f."currentPost" FROM "Profile" f WHERE f."personId" = p."id"),
      (SELECT string_agg(c."title" || ' ' || c."employer", ' ' ORDER BY c."startYear", c."id")
        FROM "CareerPost" c WHERE c."personId" = p."id")) AS words
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
  CROSS JOIN LATERAL (SELECT max(v."invitedAt") AS at FROM "VacancyInvitation" v WHERE v."membershipId" = m."id") invited
  WHERE m."id" = ANY (ids)
  ON CONFLICT ("membershipId") DO UPDATE SET
    "personId" = EXCLUDED."personId", "enteredAt" = EXCLUDED."enteredAt", "facets" = EXCLUDED."facets",
    "tags" = EXCLUDED."tags", "words" = EXCLUDED."words", "everything" = EXCLUDED."everything",
    "ready" = EXCLUDED."ready", "readyFrom" = EXCLUDED."readyFrom", "readyUntil" = EXCLUDED."readyUntil",
    "clearedUntil" = EXCLUDED."clearedUntil", "contactedAt" = EXCLUDED."contactedAt";
END $$;

-- The argument says which column of the changed row leads to the member.
CREATE FUNCTION member_index_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  was jsonb := to_jsonb(OLD);
  is_now jsonb := to_jsonb(NEW);
  keys text[] := array_remove(ARRAY[was ->> TG_ARGV[1], is_now ->> TG_ARGV[1]], NULL);
  ids uuid[];
BEGIN
  ids := CASE TG_ARGV[0]
    WHEN 'membership' THEN (SELECT array_agg(DISTINCT k::uuid) FROM unnest(keys) k)
    WHEN 'person' THEN (SELECT array_agg(m."id") FROM "CadreMembership" m WHERE m."personId" = ANY (keys::uuid[]))
    WHEN 'candidacy' THEN (SELECT array_agg(DISTINCT m."id") FROM "CadreMembership" m
      JOIN "Candidacy" c ON c."personId" = m."personId" WHERE c."id" = ANY (keys::uuid[]))
    WHEN 'state' THEN (SELECT array_agg(m."id") FROM "CadreMembership" m
      JOIN "Person" p ON p."id" = m."personId" WHERE p."nationalities" && keys)
  END;
  IF ids IS NOT NULL THEN PERFORM member_index_refresh(ids, CURRENT_DATE); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "search_new_members" AFTER INSERT ON "CadreMembership"
    FOR EACH ROW EXECUTE FUNCTION member_index_changed('membership', 'id');
CREATE TRIGGER "search_changed_members" AFTER UPDATE OF "personId", "state", "confirmedAt", "confirmAskedAt" ON "CadreMembership"
    FOR EACH ROW EXECUTE FUNCTION member_index_changed('membership', 'id');
CREATE TRIGGER "search_readiness" AFTER INSERT OR UPDATE OR DELETE ON "Readiness"
    FOR EACH ROW EXECUTE FUNCTION member_index_changed('membership', 'membershipId');
CREATE TRIGGER "search_invitations" AFTER INSERT OR UPDATE OR DELETE ON "VacancyInvitation"
    FOR EACH ROW EXECUTE FUNCTION member_index_changed('membership', 'membershipId');
CREATE TRIGGER "search_people" AFTER UPDATE OF "givenName", "familyName", "gender", "nationalities", "rank" ON "Person"
    FOR EACH ROW EXECUTE FUNCTION member_index_changed('person', 'id');
CREATE TRIGGER "search_languages" AFTER INSERT OR UPDATE OR DELETE ON "PersonLanguage"
    FOR EACH ROW EXECUTE FUNCTION member_index_changed('person', 'personId');
CREATE TRIGGER "search_careers" AFTER INSERT OR UPDATE OR DELETE ON "CareerPost"
    FOR EACH ROW EXECUTE FUNCTION member_index_changed('person', 'personId');
CREATE TRIGGER "search_profiles" AFTER INSERT OR UPDATE OR DELETE ON "Profile"
    FOR EACH ROW EXECUTE FUNCTION member_index_changed('person', 'personId');
CREATE TRIGGER "search_moved_cases" AFTER UPDATE OF "personId" ON "Candidacy"
    FOR EACH ROW EXECUTE FUNCTION member_index_changed('person', 'personId');
CREATE TRIGGER "search_clearances" AFTER INSERT OR UPDATE OR DELETE ON "Clearance"
    FOR EACH ROW EXECUTE FUNCTION member_index_changed('candidacy', 'candidacyId');
CREATE TRIGGER "search_regions" AFTER UPDATE OF "regionalGroup" ON "State"
    FOR EACH ROW WHEN (OLD."regionalGroup" IS DISTINCT FROM NEW."regionalGroup")
    EXECUTE FUNCTION member_index_changed('state', 'code');

SELECT member_index_refresh(array(SELECT "id" FROM "CadreMembership"), CURRENT_DATE);
