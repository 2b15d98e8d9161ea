-- A panel's phases with their days. Panels at work before hold no interviews: their one sheet a candidacy covers the whole rubric.
ALTER TYPE "PanelPhase" ADD VALUE 'compared' BEFORE 'revealed';
ALTER TYPE "PanelPhase" ADD VALUE 'interview' BEFORE 'revealed';

ALTER TABLE "Panel" ADD COLUMN "interview" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "Panel" ADD COLUMN "comparedAt" TIMESTAMPTZ(3);

CREATE TABLE "PanelPeriod" (
    "panelId" UUID NOT NULL,
    "phase" "PanelPhase" NOT NULL,
    "opensOn" DATE,
    "closesOn" DATE,
    "openedAt" TIMESTAMPTZ(3),
    "openedById" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "closedById" TEXT,
    "moveReason" TEXT,
    "movedAt" TIMESTAMPTZ(3),
    CONSTRAINT "PanelPeriod_pkey" PRIMARY KEY ("panelId", "phase"),
    CONSTRAINT "PanelPeriod_days_in_order" CHECK ("closesOn" >= "opensOn"),
    CONSTRAINT "PanelPeriod_opened_before_closed" CHECK ("closedAt" IS NULL OR "closedAt" >= "openedAt")
);
-- One phase at a time.
CREATE UNIQUE INDEX "PanelPeriod_one_open" ON "PanelPeriod"("panelId") WHERE "openedAt" IS NOT NULL AND "closedAt" IS NULL;
ALTER TABLE "PanelPeriod" ADD CONSTRAINT "PanelPeriod_panelId_fkey" FOREIGN KEY ("panelId") REFERENCES "Panel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What is known of panels at work before: when they were opened, revealed, reported and ended.
INSERT INTO "PanelPeriod" ("panelId", "phase", "closesOn", "openedAt", "openedById", "closedAt", "closedById")
SELECT p."id", 'desk', p."scoringDueOn", o."at", o."actorId",
  CASE WHEN o."at" IS NOT NULL THEN coalesce(p."revealedAt", CASE WHEN p."phase" = 'closed' THEN e."at" END) END,
  CASE WHEN o."at" IS NOT NULL THEN coalesce(r."actorId", CASE WHEN p."phase" = 'closed' THEN e."actorId" END) END
FROM "Panel" p
LEFT JOIN LATERAL (SELECT x."at", x."actorId" FROM "RecordEvent" x WHERE x."kind" = 'panel.opened'
  AND x."subjectType" = 'panel' AND x."subjectId" = p."id"::text ORDER BY x."sequence" LIMIT 1) o ON true
LEFT JOIN LATERAL (SELECT x."actorId" FROM "RecordEvent" x WHERE x."kind" = 'panel.revealed'
  AND x."subjectType" = 'panel' AND x."subjectId" = p."id"::text ORDER BY x."sequence" LIMIT 1) r ON true
LEFT JOIN LATERAL (SELECT x."at", x."actorId" FROM "RecordEvent" x WHERE x."kind" = 'vacancy.closed'
  AND x."subjectType" = 'vacancy' AND x."subjectId" = p."vacancyId"::text ORDER BY x."sequence" DESC LIMIT 1) e ON true
WHERE p."scoringDueOn" IS NOT NULL OR o."at" IS NOT NULL;

INSERT INTO "PanelPeriod" ("panelId", "phase", "openedAt", "openedById", "closedAt")
SELECT p."id", 'revealed', p."revealedAt", d."closedById", coalesce(c."completedAt", e."at")
FROM "Panel" p
LEFT JOIN "PanelPeriod" d ON d."panelId" = p."id" AND d."phase" = 'desk'
LEFT JOIN LATERAL (SELECT max(x."completedAt") AS "completedAt" FROM "PanelReport" x WHERE x."vacancyId" = p."vacancyId") c ON true
LEFT JOIN LATERAL (SELECT x."at" FROM "RecordEvent" x WHERE p."phase" = 'closed' AND x."kind" = 'vacancy.closed'
  AND x."subjectType" = 'vacancy' AND x."subjectId" = p."vacancyId"::text ORDER BY x."sequence" DESC LIMIT 1) e ON true
WHERE p."revealedAt" IS NOT NULL;

INSERT INTO "PanelPeriod" ("panelId", "phase", "openedAt", "closedAt")
SELECT p."id", 'reported', c."completedAt", e."at"
FROM "Panel" p
JOIN LATERAL (SELECT max(x."completedAt") AS "completedAt" FROM "PanelReport" x WHERE x."vacancyId" = p."vacancyId") c ON c."completedAt" IS NOT NULL
LEFT JOIN LATERAL (SELECT x."at" FROM "RecordEvent" x WHERE p."phase" = 'closed' AND x."kind" = 'vacancy.closed'
  AND x."subjectType" = 'vacancy' AND x."subjectId" = p."vacancyId"::text ORDER BY x."sequence" DESC LIMIT 1) e ON true
WHERE p."phase" IN ('reported', 'closed');

INSERT INTO "PanelPeriod" ("panelId", "phase", "openedAt", "openedById")
SELECT p."id", 'closed', e."at", e."actorId"
FROM "Panel" p
JOIN LATERAL (SELECT x."at", x."actorId" FROM "RecordEvent" x WHERE x."kind" = 'vacancy.closed'
  AND x."subjectType" = 'vacancy' AND x."subjectId" = p."vacancyId"::text ORDER BY x."sequence" DESC LIMIT 1) e ON true
WHERE p."phase" = 'closed';

-- A criterion's stage, as the default rubric has it; criteria of other codes are judged in both. Left as it is where it is kept already.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM information_schema.columns
      WHERE table_schema = current_schema() AND table_name = 'Criterion' AND column_name = 'stage') THEN
    CREATE TYPE "CriterionStage" AS ENUM ('desk', 'interview', 'both');
    ALTER TABLE "Criterion" ADD COLUMN "stage" "CriterionStage" NOT NULL DEFAULT 'both';
    ALTER TABLE "Criterion" DISABLE TRIGGER "Criterion_frozen";
    UPDATE "Criterion" SET "stage" = 'desk' WHERE "code" IN ('M1', 'M3', 'C3', 'N1', 'N2');
    UPDATE "Criterion" SET "stage" = 'interview' WHERE "code" IN ('C5', 'C8', 'C9');
    ALTER TABLE "Criterion" ENABLE TRIGGER "Criterion_frozen";
  END IF;
END $$;

CREATE TYPE "SheetStage" AS ENUM ('desk', 'interview');
ALTER TABLE "ScoreSheet" ADD COLUMN "stage" "SheetStage" NOT NULL DEFAULT 'desk';
DROP INDEX "ScoreSheet_candidacyId_memberId_key";
CREATE UNIQUE INDEX "ScoreSheet_candidacyId_memberId_stage_key" ON "ScoreSheet"("candidacyId", "memberId", "stage");
