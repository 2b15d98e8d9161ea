import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/access/can.ts";
import { permit } from "#app/access/respond.server.ts";
import { isScreenShared } from "#app/access/screen-sharing.ts";
import { requireActor } from "#app/access/session.server.ts";
import { useT } from "#app/i18n/provider.tsx";
import { translatorOf } from "#app/i18n/request-language.server.ts";
import { ScreenSharing } from "#app/mentoring/session/screen-sharing.tsx";
import { pageTitle } from "#app/page-title.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";

export const meta = pageTitle;

/** A copy of one's own notes, to be had once nobody else sees the screen: until then it is refused, and said why. */
export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  permit(can(actor, "calendar.keepOwn"));
  const t = await translatorOf(request);
  const screenShared = isScreenShared(request);
  return data({ title: t("mentoring.export.title"), screenShared }, { status: screenShared ? 403 : 200 });
}

export default function MyNotes() {
  const { title, screenShared } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <>
      <PageHeader
        title={title}
        lead={t("mentoring.export.lead")}
        breadcrumbsLabel={t("mentoring.breadcrumbs")}
        breadcrumbs={[{ to: paths.myCalendar(), label: t("mentoring.feed.title") }]}
      />
      {screenShared && <p className="measure mb-4">{t("mentoring.export.shared")}</p>}
      <ScreenSharing on={screenShared} />
      {!screenShared && (
        <LinkButton to={paths.notesFile()} reloadDocument>
          {t("mentoring.export.button")}
        </LinkButton>
      )}
    </>
  );
}
