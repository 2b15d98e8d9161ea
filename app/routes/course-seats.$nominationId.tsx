import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { orNotFound, readId } from "#app/access/read-id.server.ts";
import { permit } from "#app/access/respond.server.ts";
import { requireActor } from "#app/access/session.server.ts";
import { readSeat } from "#app/cadre/course.queries.server.ts";
import { seatOrderSchema } from "#app/cadre/course.ts";
import { decideSeat } from "#app/cadre/decide-seat.server.ts";
import { SeatBadge } from "#app/cadre/seat-badge.tsx";
import { SeatDecisions } from "#app/cadre/seat-decisions.tsx";
import { nameIn } from "#app/i18n/languages.ts";
import { useLanguage } from "#app/i18n/provider.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.server.ts";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export { readAgain as shouldRevalidate } from "#app/access/read-again.ts";
export const meta = pageTitle;

/** One nomination to a seat: its person's, its state's, and overseers' to see. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const seat = orNotFound(await readSeat(actor, readId(params.nominationId)));
  return { title: `${seat.givenName} ${seat.familyName}`, seat };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireActor(request);
  const nominationId = readId(params.nominationId);
  permit((await readSeat(actor, nominationId))?.mayAct ?? false);
  const form = await readForm(request, seatOrderSchema);
  if (!form.ok) return form.answer;
  const result = await decideSeat(actor, nominationId, form.value);
  return result.ok ? redirect(paths.courseSeat(nominationId)) : form.refuse(result.refusal);
}

export default function CourseSeat() {
  const { title, seat } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { t, format } = useLanguage();
  const { course, nominatedBy, exception } = seat;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={course.title}
        breadcrumbsLabel={t("selection.panel.breadcrumbs")}
        breadcrumbs={[
          { to: paths.courses(), label: t("course.list.title") },
          { to: paths.course(seat.courseId), label: course.title },
        ]}
      />
      <DefinitionList
        items={[
          { term: t("course.standing"), detail: <SeatBadge state={seat.state} begun={seat.begun} /> },
          {
            term: t("course.dates"),
            detail: t("course.fromTo", {
              from: format.date(course.startsOn),
              to: format.date(course.endsOn),
            }),
          },
          {
            term: t("course.nominatedBy"),
            detail: nominatedBy ? nameIn(format.locale, nominatedBy) : t("course.bySecretariat"),
          },
          { term: t("course.nominatedOn"), detail: format.date(seat.nominatedOn) },
          { term: t("course.reason"), detail: seat.reason },
          ...(exception === null ? [] : [{ term: t("course.exception.reason"), detail: exception }]),
        ]}
      />
      <SeatDecisions seat={seat} reply={reply} />
    </>
  );
}
