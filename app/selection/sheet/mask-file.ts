import type { CandidateFile } from "#app/selection/candidate/dossier-page.ts";
import { withoutNames } from "./blind.ts";

type Shown = Omit<CandidateFile, "documents" | "masked">;

/**
 * A candidate's file as a blind panel reads it: without nationality, nominating state and supervisors, and with the
 * candidate's names taken out of every text. What was done, where and when stays: it is what is judged.
 *
 * @param names the candidate's, on file and as stated for this case
 * @param label what stands in their place
 */
export function maskFile(file: Shown, names: readonly string[], label: string): Shown {
  const masked = (text: string) => withoutNames(text, names, label);
  const maybe = (text: string | null) => text && masked(text);
  const { profile, career, missions, education, courses } = file;
  return {
    ...file,
    nationalities: [],
    nominatingState: null,
    statement: masked(file.statement),
    profile: {
      ...profile,
      rank: maybe(profile.rank),
      currentPost: maybe(profile.currentPost),
      visionStatement: maybe(profile.visionStatement),
    },
    career: career.map((post) => ({
      ...post,
      title: masked(post.title),
      employer: masked(post.employer),
      supervisor: null,
    })),
    missions: missions.map((one) => ({ ...one, mission: masked(one.mission), role: masked(one.role) })),
    education: education.map((one) => ({
      ...one,
      degree: masked(one.degree),
      institution: masked(one.institution),
    })),
    courses: courses.map((one) => ({ ...one, name: masked(one.name), organiser: masked(one.organiser) })),
  };
}
