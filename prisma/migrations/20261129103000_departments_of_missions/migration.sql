-- Which department leads a mission; the reference data fill it in.
CREATE TYPE "Department" AS ENUM ('peaceOperations', 'politicalAndPeacebuildingAffairs');

ALTER TABLE "Mission" ADD COLUMN "department" "Department";
