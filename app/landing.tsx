import { useLanguage } from "./i18n/provider.tsx";
import { paths } from "./paths.ts";
import { LinkButton } from "./ui/button.tsx";
import { Card, Section } from "./ui/card.tsx";
import { PageHeader } from "./ui/page-header.tsx";

const ROAD = ["needs", "call", "nomination", "panel", "decision", "mentor"] as const;

/** What the public sees first. */
export function Landing() {
  const { t, format } = useLanguage();
  const doors = [
    { to: paths.calls(), title: t("landing.calls"), text: t("landing.callsText") },
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
      <Section title={t("landing.road")}>
        <ol className="grid gap-x-6 gap-y-4 md:grid-cols-3">
          {ROAD.map((step, n) => (
            <li key={step} className="border-t border-rule pt-2">
              <h3 className="font-semibold">
                <span className="text-muted">{format.number(n + 1)}</span> {t(`landing.road.${step}`)}
              </h3>
              <p className="text-muted">{t(`landing.road.${step}Text`)}</p>
            </li>
          ))}
        </ol>
      </Section>
    </>
  );
}
