-- Who withdrew after having agreed is on record with both moments.
ALTER TABLE "PoolReview" ADD COLUMN "declinedAt" TIMESTAMPTZ(3);

UPDATE "PoolReview" SET "declinedAt" = "answeredAt" WHERE "state" = 'declined';

-- The agreement that a later withdrawal wrote over, where the file that came with it tells when it was.
UPDATE "PoolReview" r SET "answeredAt" = f."writtenAt" FROM (
  SELECT "nominationId", min("writtenAt") AS "writtenAt" FROM "PoolFileVersion"
  WHERE "author" = 'candidate' AND "number" > 1 GROUP BY "nominationId"
) f WHERE f."nominationId" = r."nominationId" AND r."state" = 'declined';
