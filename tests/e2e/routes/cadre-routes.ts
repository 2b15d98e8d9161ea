import { paths } from "#app/paths.ts";
import type { Samples } from "../demo-samples.ts";
import {
  answered,
  courseReaders,
  deciders,
  everybody,
  overseers,
  type RouteCases,
  secretariat,
  seen,
} from "./route-case.ts";

/** The cadre, its bench and development, and what states and leaders bound themselves to. */
export function cadreRoutes(s: Samples): RouteCases {
  const vacancy = s.openCall.id ?? "";
  return {
    "bench._index": seen(paths.bench(), overseers),
    "bench.$postId": seen(paths.benchPost(s.draft.postId ?? ""), overseers),
    "bench.export.$format": answered(paths.benchExport("csv"), overseers),
    "missions.$acronym_.succession": seen(paths.succession("MINUSCA"), overseers),
    "vacancies.$vacancyId_.fit": seen(paths.fit(vacancy), overseers),
    "cadre._index": seen(paths.cadre(), overseers),
    "cadre.$membershipId": seen(paths.member(s.member.id ?? ""), overseers),
    "cadre.admit.$candidacyId": seen(paths.admit(s.suitable.id ?? ""), secretariat),
    "cadre-invitations.$token": seen(paths.poolInvitation("no-such-link"), everybody),
    "cadre.$membershipId_.readiness": seen(paths.revalidate(s.member.id ?? ""), secretariat),
    "cadre.searches": seen(paths.savedSearches(), secretariat),
    "cadre.lists.$list.$format": answered(paths.cadreList("members", "csv"), overseers),
    "cadre.settings": seen(paths.cadreSettings(), overseers),
    "cadre.new": seen(paths.proposeMember(), secretariat),
    "cadre.$membershipId_.development": seen(paths.development(s.member.id ?? ""), overseers),
    "compacts._index": seen(paths.compacts(), { ...deciders, mentee: "whoever" }),
    "compacts.new": seen(paths.newCompact(), secretariat),
    "compacts.$compactId": seen(paths.compact(s.compact.id ?? ""), {
      ...deciders,
      mentee: s.compact.leader ?? "",
    }),
    "compacts.$compactId_.supervisor": seen(paths.compactSupervisor(s.compact.id ?? ""), secretariat),
    "courses._index": seen(paths.courses(), courseReaders),
    "courses.new": seen(paths.newCourse(), secretariat),
    "courses.$courseId": seen(paths.course(s.course.id ?? ""), courseReaders),
    "courses.$courseId_.edit": seen(paths.changeCourse(s.course.id ?? ""), secretariat),
    "courses.$courseId_.nominate": seen(paths.nominateToCourse(s.course.id ?? ""), {
      focalPoint: "whoever",
    }),
    "course-seats.$nominationId": seen(paths.courseSeat(s.course.nomination ?? ""), {
      ...overseers,
      focalPoint: s.course.focalPoint ?? "",
      candidate: s.course.candidate ?? "",
    }),
    "my-development._index": seen(paths.myDevelopment(), { candidate: "whoever" }),
    "state-pledges._index": seen(paths.statePledges(), everybody),
    "state-pledges.new": seen(paths.newStatePledge(), { focalPoint: "whoever" }),
    "state-pledges.$pledgeId": seen(paths.statePledge(s.statePledge.id ?? ""), everybody),
    "my-membership._index": seen(paths.myMembership(), { candidate: "whoever" }),
    "my-membership_.data": seen(paths.memberData(), { candidate: "whoever" }),
    "my-membership_.profile": seen(paths.memberProfile(), { candidate: s.member.candidate ?? "" }),
  };
}
