-- Choices that a decision maker keeps until several take effect together.
CREATE TABLE "HeldDecision" (
    "id" UUID NOT NULL,
    "vacancyId" UUID NOT NULL,
    "candidacyId" UUID NOT NULL,
    "reasons" TEXT NOT NULL,
    "tieBreakReason" TEXT,
    "departureReason" TEXT,
    "heldById" TEXT NOT NULL,
    "heldAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,
    CONSTRAINT "HeldDecision_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "HeldDecision_heldById_vacancyId_key" ON "HeldDecision"("heldById", "vacancyId");
CREATE INDEX "HeldDecision_vacancyId_idx" ON "HeldDecision"("vacancyId");
ALTER TABLE "HeldDecision" ADD CONSTRAINT "HeldDecision_vacancyId_fkey" FOREIGN KEY ("vacancyId") REFERENCES "Vacancy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "HeldDecision" ADD CONSTRAINT "HeldDecision_candidacyId_fkey" FOREIGN KEY ("candidacyId") REFERENCES "Candidacy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
