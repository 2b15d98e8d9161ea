-- What a nominee had typed when their link expired, for the next link to open upon.
ALTER TABLE "Invitation" ADD COLUMN "answers" JSONB;
