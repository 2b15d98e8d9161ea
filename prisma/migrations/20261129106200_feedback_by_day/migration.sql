-- The figures over ratings are counted in the database, over a period.
CREATE INDEX "SessionFeedback_givenAt_idx" ON "SessionFeedback"("givenAt");
