-- AlterEnum
ALTER TYPE "VacancyState" ADD VALUE 'reopened' BEFORE 'decided';

-- AlterEnum
ALTER TYPE "CandidacyState" ADD VALUE 'declined' BEFORE 'merged';
