-- How sure an assessor is of an answer on a criterion; nobody was asked before.
CREATE TYPE "Confidence" AS ENUM ('low', 'medium', 'high');

ALTER TABLE "ScoreEntry" ADD COLUMN "confidence" "Confidence";
