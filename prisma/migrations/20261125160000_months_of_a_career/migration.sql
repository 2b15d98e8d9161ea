-- The month in which a post or a field mission began and ended, where it is known; the years held stay as they are.
ALTER TABLE "CareerPost" ADD COLUMN "startMonth" INTEGER,
ADD COLUMN "endMonth" INTEGER;
ALTER TABLE "FieldService" ADD COLUMN "startMonth" INTEGER,
ADD COLUMN "endMonth" INTEGER;
ALTER TABLE "CareerPost" ADD CONSTRAINT "CareerPost_months" CHECK (
  coalesce("startMonth", 1) BETWEEN 1 AND 12 AND coalesce("endMonth", 1) BETWEEN 1 AND 12
  AND ("endMonth" IS NULL OR "endYear" IS NOT NULL));
ALTER TABLE "FieldService" ADD CONSTRAINT "FieldService_months" CHECK (
  coalesce("startMonth", 1) BETWEEN 1 AND 12 AND coalesce("endMonth", 1) BETWEEN 1 AND 12
  AND ("endMonth" IS NULL OR "endYear" IS NOT NULL));

-- A draft names the beginning and the end of a post or a mission by what they are now, dates; the years typed are kept.
UPDATE "NomineeDraft" SET "content" = "content" || jsonb_build_object(
  'posts', (
    SELECT coalesce(jsonb_agg((one - 'startYear' - 'endYear')
      || jsonb_build_object('from', coalesce(one -> 'startYear', '""'), 'to', coalesce(one -> 'endYear', '""')) ORDER BY at), '[]')
    FROM jsonb_array_elements(coalesce("content" -> 'posts', '[]')) WITH ORDINALITY AS post (one, at)),
  'missions', (
    SELECT coalesce(jsonb_agg((one - 'startYear' - 'endYear')
      || jsonb_build_object('from', coalesce(one -> 'startYear', '""'), 'to', coalesce(one -> 'endYear', '""')) ORDER BY at), '[]')
    FROM jsonb_array_elements(coalesce("content" -> 'missions', '[]')) WITH ORDINALITY AS mission (one, at)));
