-- The hash of what a form first sent: sent again with other content, it is refused. Of what was sent before nothing was
-- kept, so that sending it again is refused too.
ALTER TABLE "CallNotice" ADD COLUMN "submissionHash" TEXT NOT NULL DEFAULT '';
ALTER TABLE "CallNotice" ALTER COLUMN "submissionHash" DROP DEFAULT;
ALTER TABLE "ListSubmission" ADD COLUMN "submissionHash" TEXT NOT NULL DEFAULT '';
ALTER TABLE "ListSubmission" ALTER COLUMN "submissionHash" DROP DEFAULT;
