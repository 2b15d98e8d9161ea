-- The induction is written in versions, as the code of conduct is: who has been through a step has been through a version
-- of it, and a new one asks again by a day.
CREATE TABLE "InductionStepVersion" (
    "stepCode" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "titleEn" TEXT NOT NULL,
    "titleFr" TEXT NOT NULL,
    "textEn" TEXT NOT NULL,
    "textFr" TEXT NOT NULL,
    "publishedOn" DATE NOT NULL,
    "dueOn" DATE,
    "publishedById" TEXT,

    CONSTRAINT "InductionStepVersion_pkey" PRIMARY KEY ("stepCode","version")
);
ALTER TABLE "InductionStepVersion" ADD CONSTRAINT "InductionStepVersion_stepCode_fkey" FOREIGN KEY ("stepCode") REFERENCES "InductionStep"("code") ON DELETE RESTRICT ON UPDATE CASCADE;
INSERT INTO "InductionStepVersion" ("stepCode", "version", "titleEn", "titleFr", "textEn", "textFr", "publishedOn")
SELECT "code", 1, "titleEn", "titleFr", "textEn", "textFr", COALESCE((SELECT min("publishedOn") FROM "CodeOfConduct"), CURRENT_DATE)
FROM "InductionStep";
ALTER TABLE "InductionStep" DROP COLUMN "titleEn", DROP COLUMN "titleFr", DROP COLUMN "textEn", DROP COLUMN "textFr";

ALTER TABLE "InductionDone" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "InductionDone" ALTER COLUMN "version" DROP DEFAULT;
ALTER TABLE "InductionDone" DROP CONSTRAINT "InductionDone_pkey";
ALTER TABLE "InductionDone" ADD CONSTRAINT "InductionDone_pkey" PRIMARY KEY ("mentorId","stepCode","version");
ALTER TABLE "InductionDone" DROP CONSTRAINT "InductionDone_stepCode_fkey";
ALTER TABLE "InductionDone" ADD CONSTRAINT "InductionDone_stepCode_version_fkey" FOREIGN KEY ("stepCode", "version") REFERENCES "InductionStepVersion"("stepCode", "version") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "CodeOfConduct" ADD COLUMN "dueOn" DATE, ADD COLUMN "publishedById" TEXT;

-- A text that was published is what mentors acknowledged: it is not changed.
CREATE FUNCTION "refuse_changed_standard"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a published version of what mentors agree to is not changed';
END $$;
CREATE TRIGGER "CodeOfConduct_stays" BEFORE UPDATE ON "CodeOfConduct" FOR EACH ROW EXECUTE FUNCTION "refuse_changed_standard"();
CREATE TRIGGER "InductionStepVersion_stays" BEFORE UPDATE ON "InductionStepVersion" FOR EACH ROW EXECUTE FUNCTION "refuse_changed_standard"();
