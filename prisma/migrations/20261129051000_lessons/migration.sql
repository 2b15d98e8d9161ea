-- What the pairs have learned, reviewed and published to a library that is searched by its words.
CREATE TYPE "LessonState" AS ENUM ('submitted', 'changesAsked', 'published', 'declined', 'withdrawn');
CREATE TYPE "LessonSide" AS ENUM ('mentor', 'mentee');

CREATE TABLE "Lesson" (
    "id" UUID NOT NULL,
    "state" "LessonState" NOT NULL DEFAULT 'submitted',
    "side" "LessonSide" NOT NULL,
    "authorId" UUID,
    "engagementId" UUID,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "roleKindCode" TEXT NOT NULL,
    "mandateTasks" TEXT[],
    "kept" JSONB NOT NULL,
    "reviewNote" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    "contributedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reviewedAt" TIMESTAMPTZ(3),
    "reviewedById" TEXT,
    "publishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Lesson_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Lesson_published_once_reviewed" CHECK (("state" = 'published') = ("publishedAt" IS NOT NULL)),
    CONSTRAINT "Lesson_published_without_its_pair" CHECK ("state" <> 'published' OR "engagementId" IS NULL),
    CONSTRAINT "Lesson_answered_in_words" CHECK ("state" NOT IN ('changesAsked', 'declined') OR "reviewNote" IS NOT NULL)
);
CREATE INDEX "Lesson_state_publishedAt_id_idx" ON "Lesson"("state", "publishedAt", "id");
CREATE INDEX "Lesson_state_contributedAt_id_idx" ON "Lesson"("state", "contributedAt", "id");
CREATE INDEX "Lesson_authorId_idx" ON "Lesson"("authorId");
CREATE INDEX "Lesson_engagementId_idx" ON "Lesson"("engagementId");
CREATE INDEX "Lesson_roleKindCode_idx" ON "Lesson"("roleKindCode");
ALTER TABLE "Lesson" ADD CONSTRAINT "Lesson_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Lesson" ADD CONSTRAINT "Lesson_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Lesson" ADD CONSTRAINT "Lesson_roleKindCode_fkey" FOREIGN KEY ("roleKindCode") REFERENCES "RoleKind"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "LessonReading" (
    "lessonId" UUID NOT NULL,
    "userId" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "helpedAt" TIMESTAMPTZ(3),

    CONSTRAINT "LessonReading_pkey" PRIMARY KEY ("lessonId", "userId")
);
ALTER TABLE "LessonReading" ADD CONSTRAINT "LessonReading_lessonId_fkey" FOREIGN KEY ("lessonId") REFERENCES "Lesson"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A text as it is searched: without accents and with typographic marks as blanks; Chinese and Japanese characters are set apart, as
-- these scripts do not part their words. unaccent is only STABLE since its dictionary could be changed: it is named, and is not changed.
CREATE FUNCTION lesson_plain(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(
    regexp_replace(lower(public.unaccent('public.unaccent'::regdictionary, normalize(words, NFC))),
      '[«»“”‘’„،؛؟。、，；：！？（）《》「」…–—''/._-]', ' ', 'g'),
    '([぀-ヿ㐀-鿿])', ' \1 ', 'g')
$$;
CREATE FUNCTION lesson_words(title text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT to_tsvector('pg_catalog.simple', public.lesson_plain(title || ' ' || body))
$$;
-- Every word that is looked for begins a word of the text.
CREATE FUNCTION lesson_query(asked text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT regexp_replace(plainto_tsquery('pg_catalog.simple', public.lesson_plain(asked))::text, '''( & |$)', ''':*\1', 'g')::tsquery
$$;
CREATE INDEX "Lesson_words" ON "Lesson" USING gin (lesson_words("title", "text")) WHERE "state" = 'published';
