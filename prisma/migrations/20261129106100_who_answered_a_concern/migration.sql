-- An answer to a concern is its author's: after a concern was handed over, the first officer's were shown under the new
-- one's name. The record knows who answered; where it does not, the officer who has the concern stands for it.
ALTER TABLE "ConcernMessage" ADD COLUMN "officerId" TEXT;
WITH answer AS (
  SELECT m."id", m."concernId", row_number() OVER (PARTITION BY m."concernId" ORDER BY m."writtenAt", m."id") AS "nth"
  FROM "ConcernMessage" m WHERE NOT m."fromRaiser"
), told AS (
  SELECT e."subjectId", e."actorId", row_number() OVER (PARTITION BY e."subjectId" ORDER BY e."sequence") AS "nth"
  FROM "RecordEvent" e WHERE e."subjectType" = 'concern' AND e."kind" = 'concern.answered'
)
UPDATE "ConcernMessage" m SET "officerId" = COALESCE(u."id", c."handlerId")
FROM answer a
JOIN "Concern" c ON c."id" = a."concernId"
LEFT JOIN told t ON t."subjectId" = a."concernId"::text AND t."nth" = a."nth"
LEFT JOIN "User" u ON u."id" = t."actorId"
WHERE m."id" = a."id";
ALTER TABLE "ConcernMessage" ADD CONSTRAINT "ConcernMessage_by_one" CHECK ("fromRaiser" = ("officerId" IS NULL));
ALTER TABLE "ConcernMessage" ADD CONSTRAINT "ConcernMessage_officerId_fkey" FOREIGN KEY ("officerId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
