-- A form that is posted again makes no second pledge: its key, and what it was sent with.
ALTER TABLE "StatePledge" ADD COLUMN "submissionKey" UUID, ADD COLUMN "submissionHash" TEXT;
CREATE UNIQUE INDEX "StatePledge_submissionKey_key" ON "StatePledge"("submissionKey");
