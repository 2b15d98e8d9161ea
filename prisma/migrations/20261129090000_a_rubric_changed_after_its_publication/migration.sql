-- A published rubric is replaced by another, with a reason. The one in force keeps "vacancyId": whatever asks for a vacancy's
-- rubric is answered with that one alone. The next one, while it is drafted, and those replaced stand beside it.
ALTER TABLE "Rubric"
    ADD COLUMN "nextForVacancyId" UUID,
    ADD COLUMN "formerVacancyId" UUID,
    DROP CONSTRAINT "Rubric_of_one",
    ADD CONSTRAINT "Rubric_of_one" CHECK (
        num_nonnulls("vacancyId", "callId", "nextForVacancyId", "formerVacancyId") = 1
    ),
    ADD CONSTRAINT "Rubric_former_was_frozen" CHECK ("formerVacancyId" IS NULL OR "frozenAt" IS NOT NULL),
    ADD CONSTRAINT "Rubric_next_is_a_draft" CHECK ("nextForVacancyId" IS NULL OR "frozenAt" IS NULL);

CREATE UNIQUE INDEX "Rubric_nextForVacancyId_key" ON "Rubric"("nextForVacancyId");
CREATE INDEX "Rubric_formerVacancyId_idx" ON "Rubric"("formerVacancyId");
ALTER TABLE "Rubric" ADD CONSTRAINT "Rubric_nextForVacancyId_fkey" FOREIGN KEY ("nextForVacancyId") REFERENCES "Vacancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Rubric" ADD CONSTRAINT "Rubric_formerVacancyId_fkey" FOREIGN KEY ("formerVacancyId") REFERENCES "Vacancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A frozen rubric still stays as it was published: all that can become of it is that another takes its place.
DROP TRIGGER "Rubric_frozen" ON "Rubric";
CREATE TRIGGER "Rubric_frozen" BEFORE UPDATE ON "Rubric" FOR EACH ROW WHEN (
    OLD."frozenAt" IS NOT NULL AND NOT (
        OLD."vacancyId" IS NOT NULL AND NEW."vacancyId" IS NULL AND NEW."formerVacancyId" = OLD."vacancyId"
        AND to_jsonb(NEW) - 'vacancyId' - 'formerVacancyId' = to_jsonb(OLD) - 'vacancyId' - 'formerVacancyId'
    )
) EXECUTE FUNCTION "refuse_refrozen_rubric"();

CREATE TABLE "RubricChange" (
    "id" UUID NOT NULL,
    "vacancyId" UUID NOT NULL,
    "beforeId" UUID NOT NULL,
    "afterId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "publishedById" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "comparedAt" TIMESTAMPTZ(3),
    "revealedAt" TIMESTAMPTZ(3),
    "setAside" JSONB NOT NULL,

    CONSTRAINT "RubricChange_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "RubricChange_reason" CHECK (length("reason") >= 20)
);
CREATE UNIQUE INDEX "RubricChange_beforeId_key" ON "RubricChange"("beforeId");
CREATE UNIQUE INDEX "RubricChange_afterId_key" ON "RubricChange"("afterId");
CREATE INDEX "RubricChange_vacancyId_publishedAt_idx" ON "RubricChange"("vacancyId", "publishedAt");
ALTER TABLE "RubricChange" ADD CONSTRAINT "RubricChange_vacancyId_fkey" FOREIGN KEY ("vacancyId") REFERENCES "Vacancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RubricChange" ADD CONSTRAINT "RubricChange_beforeId_fkey" FOREIGN KEY ("beforeId") REFERENCES "Rubric"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "RubricChange" ADD CONSTRAINT "RubricChange_afterId_fkey" FOREIGN KEY ("afterId") REFERENCES "Rubric"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Sheets and reports under a rubric that was replaced say by which change.
ALTER TYPE "SheetKeeping" ADD VALUE 'superseded';
ALTER TABLE "ScoreSheet" ADD COLUMN "supersededById" UUID;
DROP INDEX "ScoreSheet_candidacyId_memberId_stage_key";
CREATE UNIQUE INDEX "ScoreSheet_one_in_force" ON "ScoreSheet"("candidacyId", "memberId", "stage") WHERE "supersededById" IS NULL;
CREATE INDEX "ScoreSheet_candidacyId_memberId_stage_idx" ON "ScoreSheet"("candidacyId", "memberId", "stage");
CREATE INDEX "ScoreSheet_supersededById_idx" ON "ScoreSheet"("supersededById");
ALTER TABLE "ScoreSheet" ADD CONSTRAINT "ScoreSheet_supersededById_fkey" FOREIGN KEY ("supersededById") REFERENCES "RubricChange"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "PanelReport" ADD COLUMN "supersededById" UUID;
CREATE INDEX "PanelReport_supersededById_idx" ON "PanelReport"("supersededById");
ALTER TABLE "PanelReport" ADD CONSTRAINT "PanelReport_supersededById_fkey" FOREIGN KEY ("supersededById") REFERENCES "RubricChange"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What a panel found is kept version by version beside the candidacy, whether or not a finding stands.
ALTER TABLE "FindingVersion" ADD COLUMN "supersededById" UUID;
ALTER TABLE "FindingVersion" DROP CONSTRAINT "FindingVersion_candidacyId_fkey";
ALTER TABLE "FindingVersion" ADD CONSTRAINT "FindingVersion_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "FindingVersion_supersededById_idx" ON "FindingVersion"("supersededById");
ALTER TABLE "FindingVersion" ADD CONSTRAINT "FindingVersion_supersededById_fkey" FOREIGN KEY ("supersededById") REFERENCES "RubricChange"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
