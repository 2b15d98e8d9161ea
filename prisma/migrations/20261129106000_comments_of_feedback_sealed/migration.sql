-- Comments of feedback are sealed as notes are. Those from before wait in "clearComment" until the app starts, which seals
-- and empties them (mentoring/session/seal-comments.server.ts): the database has no key. Nothing new can be put there.
ALTER TABLE "SessionFeedback" RENAME COLUMN "comment" TO "clearComment";
ALTER TABLE "SessionFeedback" ALTER COLUMN "clearComment" DROP NOT NULL, ADD COLUMN "sealedComment" TEXT;
-- The record committed itself to the comment: with the salt beside it, a short one could be guessed at.
DELETE FROM "RecordSalt" s USING "RecordEvent" e, "SessionFeedback" f
WHERE e."id" = s."eventId" AND s."field" = 'feedback' AND e."kind" = 'feedback.given'
  AND e."subjectId" = f."sessionId"::text AND f."clearComment" <> '';
UPDATE "SessionFeedback" SET "clearComment" = NULL WHERE "clearComment" = '';
ALTER TABLE "SessionFeedback" ADD CONSTRAINT "SessionFeedback_comment_sealed" CHECK ("clearComment" IS NULL) NOT VALID;
