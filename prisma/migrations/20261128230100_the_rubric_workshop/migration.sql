-- CreateEnum
CREATE TYPE "CriterionStage" AS ENUM ('desk', 'interview', 'both');

-- A rubric's own shares, its versions, and which fields its hash is of. Those frozen before have the first text.
ALTER TABLE "Rubric"
    ALTER COLUMN "vacancyId" DROP NOT NULL,
    ADD COLUMN "callId" UUID,
    ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN "meritShare" INTEGER NOT NULL DEFAULT 30,
    ADD COLUMN "competenceShare" INTEGER NOT NULL DEFAULT 45,
    ADD COLUMN "needsShare" INTEGER NOT NULL DEFAULT 25,
    ADD COLUMN "tailored" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "textVersion" INTEGER NOT NULL DEFAULT 1,
    -- It is a vacancy's, or that of a call for the cadre at large.
    ADD CONSTRAINT "Rubric_of_one" CHECK (num_nonnulls("vacancyId", "callId") = 1),
    ADD CONSTRAINT "Rubric_shares" CHECK (
        "meritShare" BETWEEN 0 AND 100 AND "competenceShare" BETWEEN 0 AND 100 AND "needsShare" BETWEEN 0 AND 100
        AND "meritShare" + "competenceShare" + "needsShare" = 100
    );

-- AlterTable
ALTER TABLE "Criterion"
    ADD COLUMN "stage" "CriterionStage" NOT NULL DEFAULT 'both',
    ADD COLUMN "libraryVersion" INTEGER;

-- Neither column stands in a text that was hashed, so frozen rubrics take them too.
ALTER TABLE "Criterion" DISABLE TRIGGER "Criterion_frozen";

-- Every criterion so far is one of the fifteen, whose stages were known and not kept.
UPDATE "Criterion" SET "libraryVersion" = 1, "stage" = CASE
    WHEN "code" IN ('M1', 'M3', 'C3', 'N1', 'N2') THEN 'desk'::"CriterionStage"
    WHEN "code" IN ('C5', 'C8', 'C9') THEN 'interview'::"CriterionStage"
    ELSE 'both'::"CriterionStage"
END
WHERE "code" IN ('M1', 'M2', 'M3', 'C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'N1', 'N2', 'N3');

ALTER TABLE "Criterion" ENABLE TRIGGER "Criterion_frozen";

-- Levels, shares and hash of a frozen rubric stay as they were published too.
CREATE FUNCTION "refuse_refrozen_rubric"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the rubric is frozen' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER "Rubric_frozen" BEFORE UPDATE ON "Rubric" FOR EACH ROW WHEN (OLD."frozenAt" IS NOT NULL)
    EXECUTE FUNCTION "refuse_refrozen_rubric"();

-- CreateTable
CREATE TABLE "RubricVersion" (
    "rubricId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "savedById" TEXT NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RubricVersion_pkey" PRIMARY KEY ("rubricId","version")
);

-- CreateTable
CREATE TABLE "LibraryCriterion" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "group" TEXT NOT NULL,
    "stage" "CriterionStage" NOT NULL,
    "levels" INTEGER NOT NULL,
    "baseWeight" INTEGER NOT NULL DEFAULT 10,
    "minimumLevel" INTEGER,
    "name" JSONB NOT NULL,
    "definition" JSONB NOT NULL,
    "anchors" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "createdById" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersededAt" TIMESTAMPTZ(3),
    "retiredAt" TIMESTAMPTZ(3),
    "retiredReason" TEXT,

    CONSTRAINT "LibraryCriterion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Rubric_callId_key" ON "Rubric"("callId");

-- CreateIndex
CREATE INDEX "Rubric_frozenAt_idx" ON "Rubric"("frozenAt");

-- CreateIndex
CREATE UNIQUE INDEX "LibraryCriterion_code_version_key" ON "LibraryCriterion"("code", "version");

-- CreateIndex
CREATE INDEX "LibraryCriterion_position_idx" ON "LibraryCriterion"("position");

-- AddForeignKey
ALTER TABLE "Rubric" ADD CONSTRAINT "Rubric_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RubricVersion" ADD CONSTRAINT "RubricVersion_rubricId_fkey" FOREIGN KEY ("rubricId") REFERENCES "Rubric"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What stands in each rubric is the first version that is kept of it.
INSERT INTO "RubricVersion" ("rubricId", "version", "content", "savedById", "savedAt")
SELECT r."id", 1, jsonb_build_object(
    'levels', r."levels",
    'shares', jsonb_build_object('merit', 30, 'competence', 45, 'missionNeeds', 25),
    'criteria', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
            'code', c."code", 'group', c."group", 'position', c."position", 'name', c."name",
            'definition', c."definition", 'anchors', c."anchors", 'baseWeight', c."baseWeight", 'need', c."need",
            'weight', c."weight", 'minimumLevel', c."minimumLevel", 'stage', c."stage",
            'libraryVersion', c."libraryVersion"
        ) ORDER BY c."position")
        FROM "Criterion" c WHERE c."rubricId" = r."id"
    ), '[]'::jsonb)
), v."createdById", coalesce(r."frozenAt", v."createdAt")
FROM "Rubric" r JOIN "Vacancy" v ON v."id" = r."vacancyId";
