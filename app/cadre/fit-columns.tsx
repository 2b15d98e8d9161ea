import { Form, Link } from "@remix-run/react";
import { useLanguage } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button } from "#app/ui/button.tsx";
import { classNames } from "#app/ui/class-names.ts";
import { fitReasons } from "./fit-reasons.ts";
import type { Fit, FittingMember } from "./read-fit.server.ts";

interface Props {
  readonly fit: Fit;
  /** Whether the reader may invite now: the call takes nominations. */
  readonly mayInvite: boolean;
}

/** Members in order of fit: women and men side by side with equal room, the others below in the same form. */
export function FitColumns({ fit, mayInvite }: Props) {
  const { t } = useLanguage();
  const [women, men, others] = fit.groups;
  const column = (group: Fit["groups"][number] | undefined) =>
    group && (
      <section key={group.group} aria-labelledby={`fit-${group.group}`} className="min-w-0">
        <h3 id={`fit-${group.group}`} className="mb-2 font-serif text-lg font-semibold">
          {t(`fit.group.${group.group}`, { count: group.count })}
        </h3>
        {group.members.length === 0 ? (
          <p className="text-muted">{t("fit.nobody")}</p>
        ) : (
          <ol className={classNames("grid gap-4", group.group === "others" && "lg:grid-cols-2")}>
            {group.members.map((member) => (
              <Member key={member.id} member={member} of={fit.total} mayInvite={mayInvite} />
            ))}
          </ol>
        )}
      </section>
    );
  return (
    <div className="grid gap-8">
      <div className="grid grid-cols-1 gap-8 lg:grid-cols-2">
        {column(women)}
        {column(men)}
      </div>
      {others && others.count > 0 && column(others)}
    </div>
  );
}

interface MemberProps {
  readonly member: FittingMember;
  readonly of: number;
  readonly mayInvite: boolean;
}

function Member({ member, of, mayInvite }: MemberProps) {
  const { t, format } = useLanguage();
  const { speaks, lacks, unknown, bars } = fitReasons(t, format, member);
  return (
    <li className="border border-rule bg-surface p-4">
      <p className="flex flex-wrap items-baseline justify-between gap-2">
        <Link to={paths.member(member.id)} className="font-semibold">
          {member.name}
        </Link>
        <span className="text-sm text-muted">{t("fit.place", { place: member.place, of })}</span>
      </p>
      {bars.map((bar) => (
        <p key={bar} className="mt-1">
          <Badge tone="bad">{bar}</Badge>
        </p>
      ))}
      <Reasons title={t("fit.speaks")} items={speaks} />
      <Reasons title={t("fit.lacks")} items={lacks} />
      <Reasons title={t("fit.unknown")} items={unknown} />
      <Standing member={member} mayInvite={mayInvite && bars.length === 0} />
    </li>
  );
}

function Reasons({ title, items }: { readonly title: string; readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <div className="mt-2 text-sm">
      <p className="font-semibold">{title}</p>
      <ul className="list-disc ps-5">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}

function Standing({ member, mayInvite }: Omit<MemberProps, "of">) {
  const { t } = useLanguage();
  const { id, name, interested, invited, nominated } = member;
  if (nominated) return <p className="mt-3">{t("fit.nominated")}</p>;
  return (
    <div className="mt-3 flex flex-wrap items-center gap-2">
      {interested && <Badge tone="good">{t("fit.interested")}</Badge>}
      {invited && (
        <Badge tone="info">{invited.answer ? t(`fit.answer.${invited.answer}`) : t("fit.invited")}</Badge>
      )}
      {mayInvite && !invited && (
        <Form method="post">
          <input type="hidden" name="membershipId" value={id} />
          <Button size="small" variant="secondary" aria-label={t("fit.inviteName", { name })}>
            {t("fit.invite")}
          </Button>
        </Form>
      )}
    </div>
  );
}
