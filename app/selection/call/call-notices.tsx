import { useLanguage } from "#app/i18n/provider.tsx";
import { Words } from "#app/selection/words.tsx";
import type { WordsPresent } from "#app/selection/words-present.ts";
import { Timeline } from "#app/ui/timeline.tsx";
import type { CallNoticeKind } from "./call-notice.ts";

interface Props {
  readonly notices: readonly {
    readonly id: string;
    readonly kind: CallNoticeKind;
    readonly text: WordsPresent;
    readonly previousClosesAt: string | null;
    readonly newClosesAt: string | null;
    readonly createdAt: string;
  }[];
  readonly timeZone: string;
}

/** What was added to a call or changed in it since it was published, the latest first. */
export function CallNotices({ notices, timeZone }: Props) {
  const { t, format } = useLanguage();
  return (
    <Timeline
      label={t("call.notices")}
      items={notices.map(({ id, kind, text, previousClosesAt, newClosesAt, createdAt }) => ({
        key: id,
        dateTime: createdAt,
        when: format.dateTime(createdAt, timeZone),
        title: t(`call.notice.${kind}`),
        by:
          previousClosesAt && newClosesAt
            ? t("call.notice.moved", {
                before: format.dateTime(previousClosesAt, timeZone),
                after: format.dateTime(newClosesAt, timeZone),
              })
            : undefined,
        children: <Words words={text} />,
      }))}
    />
  );
}
