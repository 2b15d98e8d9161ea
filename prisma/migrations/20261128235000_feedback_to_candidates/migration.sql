-- What each candidate whom a panel judged is told of their own levels: drafted with the letters, read by an officer, and released once
-- the letter was sent. Decisions made before have none.
CREATE TYPE "FeedbackState" AS ENUM ('awaitingReview', 'released', 'superseded');
CREATE TYPE "FeedbackSide" AS ENUM ('strength', 'development');

CREATE TABLE "Feedback" (
    "candidacyId" UUID NOT NULL,
    "vacancyId" UUID NOT NULL,
    "state" "FeedbackState" NOT NULL DEFAULT 'awaitingReview',
    "advice" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 0,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "releasedAt" TIMESTAMPTZ(3),
    "releasedById" TEXT,
    "sharedWithCadre" BOOLEAN NOT NULL DEFAULT false,
    "answeredAt" TIMESTAMPTZ(3),
    "textVersion" TEXT,
    CONSTRAINT "Feedback_pkey" PRIMARY KEY ("candidacyId"),
    CONSTRAINT "Feedback_released_by_somebody" CHECK (("state" = 'released') = ("releasedAt" IS NOT NULL AND "releasedById" IS NOT NULL)),
    CONSTRAINT "Feedback_shared_once_released" CHECK (NOT "sharedWithCadre" OR ("state" = 'released' AND "answeredAt" IS NOT NULL AND "textVersion" IS NOT NULL))
);
CREATE INDEX "Feedback_state_draftedAt_candidacyId_idx" ON "Feedback"("state", "draftedAt", "candidacyId");
CREATE INDEX "Feedback_vacancyId_idx" ON "Feedback"("vacancyId");
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_vacancyId_fkey" FOREIGN KEY ("vacancyId") REFERENCES "Vacancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Feedback" ADD CONSTRAINT "Feedback_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "FeedbackPoint" (
    "candidacyId" UUID NOT NULL,
    "criterionId" UUID NOT NULL,
    "level" INTEGER,
    "side" "FeedbackSide",
    "text" TEXT NOT NULL,
    CONSTRAINT "FeedbackPoint_pkey" PRIMARY KEY ("candidacyId", "criterionId"),
    CONSTRAINT "FeedbackPoint_side_of_a_level" CHECK (("level" IS NULL) = ("side" IS NULL))
);
ALTER TABLE "FeedbackPoint" ADD CONSTRAINT "FeedbackPoint_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Feedback"("candidacyId") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "FeedbackPoint" ADD CONSTRAINT "FeedbackPoint_criterionId_fkey" FOREIGN KEY ("criterionId") REFERENCES "Criterion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
