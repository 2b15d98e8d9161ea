-- Targets become records with versions: subjects are codes, and what a target asks for is kept version by version.
CREATE TYPE "TargetMeasure" AS ENUM ('shareOfWomen', 'womenTimesBaseline');
CREATE TYPE "TargetCounting" AS ENUM ('stock', 'flow');

CREATE TABLE "TargetVersion" (
    "targetId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "source" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "setById" TEXT,
    "setAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "TargetVersion_pkey" PRIMARY KEY ("targetId", "version")
);

-- Until now only the reference data wrote targets: one without a value or a date said nothing that could be measured.
DELETE FROM "Target" WHERE "value" IS NULL OR "due" IS NULL;
INSERT INTO "TargetVersion" ("targetId", "version", "value", "source")
SELECT "id", 1, "value", "source" FROM "Target";

UPDATE "Target" SET "subject" = CASE "subject"
  WHEN 'individual police officers' THEN 'individualPolice'
  WHEN 'staff officers and military observers' THEN 'staffAndObservers'
  WHEN 'military observers and staff officers' THEN 'staffAndObservers'
  WHEN 'military contingents' THEN 'militaryContingents'
  WHEN 'police contingents' THEN 'policeContingents'
  WHEN 'formed police units' THEN 'formedPolice'
  WHEN 'heads and deputy heads of mission' THEN 'headsAndDeputies'
  ELSE "subject" END;

DROP INDEX "Target_subject_measure_due_key";
ALTER TABLE "Target" ADD COLUMN "counting" "TargetCounting" NOT NULL DEFAULT 'stock';
ALTER TABLE "Target" ALTER COLUMN "counting" DROP DEFAULT;
ALTER TABLE "Target" ALTER COLUMN "measure" TYPE "TargetMeasure" USING
  (CASE WHEN "unit" = 'multiple' THEN 'womenTimesBaseline' ELSE 'shareOfWomen' END)::"TargetMeasure";
ALTER TABLE "Target" ALTER COLUMN "due" SET NOT NULL;
ALTER TABLE "Target" DROP COLUMN "unit", DROP COLUMN "value", DROP COLUMN "source";

CREATE UNIQUE INDEX "Target_subject_measure_counting_due_key" ON "Target"("subject", "measure", "counting", "due");
ALTER TABLE "TargetVersion" ADD CONSTRAINT "TargetVersion_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Target"("id") ON DELETE CASCADE ON UPDATE CASCADE;
