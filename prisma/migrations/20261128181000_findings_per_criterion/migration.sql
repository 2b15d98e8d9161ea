-- AlterTable
ALTER TABLE "Finding" ADD COLUMN "reasonCodes" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "FindingCriterion" (
    "candidacyId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "level" INTEGER,
    "notObserved" BOOLEAN NOT NULL DEFAULT false,
    "text" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "FindingCriterion_pkey" PRIMARY KEY ("candidacyId","criterionId"),
    -- A finding on a criterion is a level or "not observed", never both and never neither.
    CONSTRAINT "FindingCriterion_answered" CHECK (("level" IS NULL) = "notObserved"),
    CONSTRAINT "FindingCriterion_level" CHECK ("level" BETWEEN 1 AND 10)
);

-- CreateTable
CREATE TABLE "FindingVersion" (
    "candidacyId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "outcome" "FindingOutcome" NOT NULL,
    "reasonCodes" TEXT[],
    "text" TEXT NOT NULL,
    "criteria" JSONB NOT NULL,
    "writtenById" TEXT NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FindingVersion_pkey" PRIMARY KEY ("candidacyId","version")
);

-- AddForeignKey
ALTER TABLE "FindingCriterion" ADD CONSTRAINT "FindingCriterion_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Finding"("candidacyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingCriterion" ADD CONSTRAINT "FindingCriterion_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingVersion" ADD CONSTRAINT "FindingVersion_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Finding"("candidacyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- What was found before versions were kept is the first of them.
INSERT INTO "FindingVersion" ("candidacyId", "version", "outcome", "reasonCodes", "text", "criteria", "writtenById", "writtenAt")
SELECT "candidacyId", "version", "outcome", "reasonCodes", "text", '[]', "writtenById", "updatedAt" FROM "Finding";
