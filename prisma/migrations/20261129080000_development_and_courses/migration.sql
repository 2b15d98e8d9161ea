-- Plans of development of the cadre's members, the catalogue of courses, and nominations to their seats.
CREATE TYPE "DevelopmentKind" AS ENUM ('course', 'shadowing', 'deputising', 'language', 'mentoring');
CREATE TYPE "DevelopmentState" AS ENUM ('planned', 'underWay', 'done', 'dropped');
CREATE TYPE "CourseLevel" AS ENUM ('heads', 'components', 'rising');
CREATE TYPE "SeatState" AS ENUM ('waiting', 'seated', 'withdrawn', 'absent', 'attended', 'completed');

CREATE TABLE "DevelopmentItem" (
    "id" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "kind" "DevelopmentKind" NOT NULL,
    "aim" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "state" "DevelopmentState" NOT NULL DEFAULT 'planned',
    "evidence" TEXT NOT NULL DEFAULT '',
    "createdById" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "DevelopmentItem_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "DevelopmentItem_done_with_evidence" CHECK ("state" <> 'done' OR "evidence" <> '')
);
CREATE INDEX "DevelopmentItem_membershipId_dueOn_idx" ON "DevelopmentItem"("membershipId", "dueOn");
ALTER TABLE "DevelopmentItem" ADD CONSTRAINT "DevelopmentItem_membershipId_fkey"
    FOREIGN KEY ("membershipId") REFERENCES "CadreMembership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "Course" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "hostCode" TEXT,
    "venue" TEXT NOT NULL,
    "languageCode" TEXT NOT NULL,
    "level" "CourseLevel" NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "closesOn" DATE NOT NULL,
    "seats" INTEGER NOT NULL,
    "womenPercent" INTEGER NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Course_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Course_days_in_order" CHECK ("closesOn" < "startsOn" AND "startsOn" <= "endsOn"),
    CONSTRAINT "Course_seats" CHECK ("seats" BETWEEN 1 AND 500 AND "womenPercent" BETWEEN 0 AND 100)
);
CREATE INDEX "Course_startsOn_idx" ON "Course"("startsOn");
CREATE INDEX "Course_hostCode_idx" ON "Course"("hostCode");
ALTER TABLE "Course" ADD CONSTRAINT "Course_hostCode_fkey"
    FOREIGN KEY ("hostCode") REFERENCES "State"("code") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Course" ADD CONSTRAINT "Course_languageCode_fkey"
    FOREIGN KEY ("languageCode") REFERENCES "Language"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "CourseNomination" (
    "id" UUID NOT NULL,
    "courseId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "stateCode" TEXT,
    "givenName" TEXT NOT NULL,
    "familyName" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "state" "SeatState" NOT NULL DEFAULT 'waiting',
    "nominatedById" TEXT NOT NULL,
    "nominatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seatedAt" TIMESTAMPTZ(3),
    "exception" TEXT,
    "version" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "CourseNomination_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "CourseNomination_courseId_personId_key" ON "CourseNomination"("courseId", "personId");
CREATE INDEX "CourseNomination_courseId_state_nominatedAt_idx" ON "CourseNomination"("courseId", "state", "nominatedAt");
CREATE INDEX "CourseNomination_personId_idx" ON "CourseNomination"("personId");
CREATE INDEX "CourseNomination_stateCode_idx" ON "CourseNomination"("stateCode");
ALTER TABLE "CourseNomination" ADD CONSTRAINT "CourseNomination_courseId_fkey"
    FOREIGN KEY ("courseId") REFERENCES "Course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CourseNomination" ADD CONSTRAINT "CourseNomination_personId_fkey"
    FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "CourseNomination" ADD CONSTRAINT "CourseNomination_stateCode_fkey"
    FOREIGN KEY ("stateCode") REFERENCES "State"("code") ON DELETE SET NULL ON UPDATE CASCADE;
