-- The row of the template's example, where it was left in a sheet: it is left out, and the dry run says so.
ALTER TABLE "NominationImport" ADD COLUMN "exampleRow" INTEGER;
