-- A person has one nomination to a course that stands. One that was withdrawn stays as its nominator left it, whoever
-- nominates the person next.
DROP INDEX "CourseNomination_courseId_personId_key";
CREATE UNIQUE INDEX "CourseNomination_one_standing" ON "CourseNomination"("courseId", "personId")
    WHERE "state" <> 'withdrawn';
