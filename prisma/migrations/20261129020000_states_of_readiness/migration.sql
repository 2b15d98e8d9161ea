-- A value added to an enum is not to be used in the transaction that adds it: the next migration does.
ALTER TYPE "MentorState" ADD VALUE 'confirmed' BEFORE 'available';
ALTER TYPE "MentorState" ADD VALUE 'briefed' BEFORE 'available';
ALTER TYPE "ProposalState" ADD VALUE 'drafted' BEFORE 'proposed';
