-- AlterTable: why a vacancy ended without an appointment.
ALTER TABLE "Vacancy" ADD COLUMN     "closedReason" TEXT;
