-- Every version of a score sheet as it stood. Of sheets written before, the one that stands is kept.
CREATE TYPE "SheetKeeping" AS ENUM ('autosaved', 'saved', 'submitted', 'withdrawn', 'restored');

CREATE TABLE "ScoreSheetVersion" (
    "sheetId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "entries" JSONB NOT NULL,
    "how" "SheetKeeping" NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ScoreSheetVersion_pkey" PRIMARY KEY ("sheetId","version")
);

ALTER TABLE "ScoreSheetVersion" ADD CONSTRAINT "ScoreSheetVersion_sheetId_fkey" FOREIGN KEY ("sheetId") REFERENCES "ScoreSheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

INSERT INTO "ScoreSheetVersion" ("sheetId", "version", "entries", "how", "keptAt")
SELECT s."id", s."version",
  coalesce((
    SELECT jsonb_agg(jsonb_build_object('criterionId', e."criterionId", 'level', e."level",
      'notObserved', e."notObserved", 'evidence', e."evidence") ORDER BY e."criterionId")
    FROM "ScoreEntry" e WHERE e."sheetId" = s."id"), '[]'),
  (CASE WHEN s."submittedAt" IS NULL THEN 'saved' ELSE 'submitted' END)::"SheetKeeping",
  coalesce(s."submittedAt", s."updatedAt")
FROM "ScoreSheet" s;
