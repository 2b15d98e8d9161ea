-- CreateIndex
CREATE INDEX "NominationListing_gender_submittedAt_nominationId_idx" ON "NominationListing"("gender", "submittedAt" DESC, "nominationId" DESC);
