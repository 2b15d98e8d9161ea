import { Form } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";

interface Props {
  readonly feed: { readonly url: string; readonly renewedAt: string } | null;
}

/** The address of one's own feed: to get one, to use it, to have another, to do without. */
export function FeedAddress({ feed }: Props) {
  const { t, format } = useLanguage();
  return (
    <Section title={t("mentoring.feed.address")} lead={t("mentoring.feed.addressLead")}>
      {feed && (
        <div className="mb-4">
          <p>
            <a href={feed.url.replace(/^https?:/, "webcal:")} className="font-semibold">
              {t("mentoring.feed.subscribe")}
            </a>
          </p>
          <p className="mt-2 text-sm text-muted">{t("mentoring.feed.copy")}</p>
          <p className="mt-1 break-all bg-sunken px-3 py-2 text-sm">{feed.url}</p>
          <p className="mt-2 text-sm text-muted">
            {t("mentoring.feed.since", { time: format.dateTime(feed.renewedAt) })}
          </p>
        </div>
      )}
      <Form method="post" className="flex flex-wrap gap-2 print:hidden">
        <Button variant={feed ? "secondary" : "primary"} name="intent" value="renew">
          {t(feed ? "mentoring.feed.renew" : "mentoring.feed.get")}
        </Button>
        {feed && (
          <Button variant="danger" name="intent" value="revoke">
            {t("mentoring.feed.revoke")}
          </Button>
        )}
      </Form>
    </Section>
  );
}
