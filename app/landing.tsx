import { useT } from "./i18n/provider.tsx";
import { paths } from "./paths.ts";
import { LinkButton } from "./ui/button.tsx";
import { Card } from "./ui/card.tsx";
import { PageHeader } from "./ui/page-header.tsx";

/** What the public sees first. */
export function Landing() {
  const t = useT();
  const doors = [
    { to: paths.balance(), title: t("landing.balance"), text: t("landing.balanceText") },
    { to: paths.receipts(), title: t("landing.receipts"), text: t("landing.receiptsText") },
  ];
  return (
    <>
      <PageHeader
        title={t("landing.title")}
        lead={t("landing.lead")}
        actions={
          <LinkButton to={paths.signIn()} variant="primary">
            {t("landing.signIn")}
          </LinkButton>
        }
      />
      <div className="grid gap-5 md:grid-cols-3">
        {doors.map(({ to, title, text }) => (
          <Card key={to} level={2} title={title}>
            <p>{text}</p>
            <div className="mt-4">
              <LinkButton to={to}>{title}</LinkButton>
            </div>
          </Card>
        ))}
      </div>
    </>
  );
}
