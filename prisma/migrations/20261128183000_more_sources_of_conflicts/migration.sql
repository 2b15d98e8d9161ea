-- A focal point who nominated the person, a supervisor of earlier years, an earlier mentoring pair.
ALTER TYPE "ConflictSource" ADD VALUE 'nominatedBy';
ALTER TYPE "ConflictSource" ADD VALUE 'supervisor';
ALTER TYPE "ConflictSource" ADD VALUE 'pairing';
