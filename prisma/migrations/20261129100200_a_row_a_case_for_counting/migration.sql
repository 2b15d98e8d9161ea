-- Gender balance counted without asking every case: one narrow row a candidacy, which triggers keep, with the transaction
-- that last changed it, so that who has read them all reads the changed ones alone.
CREATE TABLE "BalanceFact" (
    "candidacyId" UUID NOT NULL,
    "vacancyId" UUID NOT NULL,
    "counted" BOOLEAN NOT NULL,
    "gender" "Gender" NOT NULL,
    "furthest" "Stage" NOT NULL,
    "stateCode" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "rank" TEXT NOT NULL,
    "born" INTEGER NOT NULL,
    "changedIn" BIGINT NOT NULL,
    CONSTRAINT "BalanceFact_pkey" PRIMARY KEY ("candidacyId")
);
CREATE INDEX "BalanceFact_vacancyId_idx" ON "BalanceFact"("vacancyId");
CREATE INDEX "BalanceFact_changedIn_vacancyId_idx" ON "BalanceFact"("changedIn", "vacancyId");
-- Periods are asked of these.
CREATE INDEX "Call_opensAt_idx" ON "Call"("opensAt");
CREATE INDEX "Decision_decidedAt_idx" ON "Decision"("decidedAt");

CREATE FUNCTION balance_now() RETURNS bigint LANGUAGE sql VOLATILE AS $$
  SELECT pg_current_xact_id()::text::bigint
$$;

-- Makes the rows of some candidacies anew. They are locked first, so that of two changes at a time the later sees what the
-- earlier wrote. Of people on file twice the kept one speaks. A rank counts with others that differ in case and blanks alone.
-- Always by index: a scan would make every change at a time look like a conflict to serializable transactions.
CREATE FUNCTION balance_refresh(ids uuid[]) RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  PERFORM FROM "BalanceFact" WHERE "candidacyId" = ANY (ids) ORDER BY "candidacyId" FOR UPDATE;
  INSERT INTO "BalanceFact" AS f ("candidacyId", "vacancyId", "counted", "gender", "furthest", "stateCode", "service",
    "rank", "born", "changedIn")
  SELECT c."id", c."vacancyId", c."state" <> 'merged', p."gender",
    coalesce((SELECT max(e."stage") FROM "StageEvent" e WHERE e."candidacyId" = c."id"), 'nominated'),
    coalesce(n."stateCode", ''), coalesce(p."service"::text, ''),
    lower(btrim(regexp_replace(coalesce(p."rank", ''), '[\s|]+', ' ', 'g'))),
    coalesce(extract(year FROM p."birthDate")::int, p."birthYear", 0), public.balance_now()
  FROM "Candidacy" c
  JOIN "Nomination" n ON n."id" = c."nominationId"
  JOIN "Person" own ON own."id" = c."personId"
  JOIN "Person" p ON p."id" = coalesce(own."mergedIntoId", own."id")
  WHERE c."id" = ANY (ids)
  ON CONFLICT ("candidacyId") DO UPDATE SET
    "vacancyId" = EXCLUDED."vacancyId", "counted" = EXCLUDED."counted", "gender" = EXCLUDED."gender",
    "furthest" = EXCLUDED."furthest", "stateCode" = EXCLUDED."stateCode", "service" = EXCLUDED."service",
    "rank" = EXCLUDED."rank", "born" = EXCLUDED."born", "changedIn" = EXCLUDED."changedIn"
  WHERE (f."vacancyId", f."counted", f."gender", f."furthest", f."stateCode", f."service", f."rank", f."born")
    IS DISTINCT FROM (EXCLUDED."vacancyId", EXCLUDED."counted", EXCLUDED."gender", EXCLUDED."furthest",
      EXCLUDED."stateCode", EXCLUDED."service", EXCLUDED."rank", EXCLUDED."born");
END $$;

-- The argument says of whom the changed row tells; what it told before is made anew, too.
CREATE FUNCTION balance_case_changed() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  keys uuid[] := array_remove(ARRAY[(to_jsonb(OLD) ->> TG_ARGV[1])::uuid, (to_jsonb(NEW) ->> TG_ARGV[1])::uuid], NULL);
  ids uuid[];
BEGIN
  ids := CASE TG_ARGV[0]
    WHEN 'candidacy' THEN keys
    WHEN 'nomination' THEN (SELECT array_agg(c."id") FROM "Candidacy" c WHERE c."nominationId" = ANY (keys))
    WHEN 'person' THEN (SELECT array_agg(c."id") FROM "Candidacy" c WHERE c."personId" IN (
      SELECT unnest(keys) UNION ALL SELECT m."id" FROM "Person" m WHERE m."mergedIntoId" = ANY (keys)))
  END;
  IF ids IS NOT NULL THEN PERFORM balance_refresh(ids); END IF;
  RETURN NULL;
END $$;

-- Of a candidacy that is gone an empty row stays, so that whoever has counted it learns of it.
CREATE FUNCTION balance_case_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "BalanceFact" SET "counted" = false, "gender" = 'notStated', "furthest" = 'nominated', "stateCode" = '',
    "service" = '', "rank" = '', "born" = 0, "changedIn" = public.balance_now() WHERE "candidacyId" = OLD."id";
  RETURN NULL;
END $$;

-- When something of a vacancy changes, all its cases count anew.
CREATE FUNCTION balance_vacancy_changed() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  keys uuid[] := array_remove(ARRAY[(to_jsonb(OLD) ->> TG_ARGV[1])::uuid, (to_jsonb(NEW) ->> TG_ARGV[1])::uuid], NULL);
  ids uuid[];
BEGIN
  ids := CASE TG_ARGV[0]
    WHEN 'vacancy' THEN keys
    WHEN 'call' THEN (SELECT array_agg(v."id") FROM "Vacancy" v WHERE v."callId" = ANY (keys))
    WHEN 'post' THEN (SELECT array_agg(v."id") FROM "Vacancy" v WHERE v."postId" = ANY (keys))
    WHEN 'mission' THEN (SELECT array_agg(v."id") FROM "Vacancy" v JOIN "Post" p ON p."id" = v."postId"
      WHERE p."missionId" = ANY (keys))
  END;
  UPDATE "BalanceFact" SET "changedIn" = public.balance_now() WHERE "vacancyId" = ANY (ids);
  RETURN NULL;
END $$;

CREATE INDEX "Vacancy_postId_idx" ON "Vacancy"("postId");

CREATE TRIGGER "balance_new_cases" AFTER INSERT ON "Candidacy"
    FOR EACH ROW EXECUTE FUNCTION balance_case_changed('candidacy', 'id');
CREATE TRIGGER "balance_changed_cases" AFTER UPDATE OF "state", "personId", "nominationId" ON "Candidacy"
    FOR EACH ROW WHEN ((OLD."state" = 'merged') <> (NEW."state" = 'merged')
      OR OLD."personId" <> NEW."personId" OR OLD."nominationId" <> NEW."nominationId")
    EXECUTE FUNCTION balance_case_changed('candidacy', 'id');
CREATE TRIGGER "balance_gone_cases" AFTER DELETE ON "Candidacy"
    FOR EACH ROW EXECUTE FUNCTION balance_case_gone();
CREATE TRIGGER "balance_stages" AFTER INSERT OR UPDATE OR DELETE ON "StageEvent"
    FOR EACH ROW EXECUTE FUNCTION balance_case_changed('candidacy', 'candidacyId');
CREATE TRIGGER "balance_people" AFTER UPDATE OF "gender", "service", "rank", "birthYear", "birthDate", "mergedIntoId" ON "Person"
    FOR EACH ROW WHEN ((OLD."gender", OLD."service", OLD."rank", OLD."birthYear", OLD."birthDate", OLD."mergedIntoId")
      IS DISTINCT FROM (NEW."gender", NEW."service", NEW."rank", NEW."birthYear", NEW."birthDate", NEW."mergedIntoId"))
    EXECUTE FUNCTION balance_case_changed('person', 'id');
CREATE TRIGGER "balance_nominators" AFTER UPDATE OF "stateCode" ON "Nomination"
    FOR EACH ROW WHEN (OLD."stateCode" IS DISTINCT FROM NEW."stateCode")
    EXECUTE FUNCTION balance_case_changed('nomination', 'id');
CREATE TRIGGER "balance_vacancies" AFTER UPDATE OF "state", "postId", "callId" ON "Vacancy"
    FOR EACH ROW WHEN ((OLD."state" = 'draft') <> (NEW."state" = 'draft')
      OR (OLD."postId", OLD."callId") IS DISTINCT FROM (NEW."postId", NEW."callId"))
    EXECUTE FUNCTION balance_vacancy_changed('vacancy', 'id');
CREATE TRIGGER "balance_calls" AFTER UPDATE OF "opensAt" ON "Call"
    FOR EACH ROW WHEN (OLD."opensAt" IS DISTINCT FROM NEW."opensAt")
    EXECUTE FUNCTION balance_vacancy_changed('call', 'id');
CREATE TRIGGER "balance_decisions" AFTER INSERT OR UPDATE OR DELETE ON "Decision"
    FOR EACH ROW EXECUTE FUNCTION balance_vacancy_changed('vacancy', 'vacancyId');
CREATE TRIGGER "balance_panels" AFTER INSERT OR DELETE ON "Panel"
    FOR EACH ROW EXECUTE FUNCTION balance_vacancy_changed('vacancy', 'vacancyId');
CREATE TRIGGER "balance_posts" AFTER UPDATE OF "missionId", "roleKindCode", "level" ON "Post"
    FOR EACH ROW EXECUTE FUNCTION balance_vacancy_changed('post', 'id');
CREATE TRIGGER "balance_missions" AFTER UPDATE OF "acronym" ON "Mission"
    FOR EACH ROW EXECUTE FUNCTION balance_vacancy_changed('mission', 'id');

SELECT balance_refresh(array(SELECT "id" FROM "Candidacy"));
