import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { Button } from "#app/ui/button.tsx";
import { Section } from "#app/ui/card.tsx";
import { MEMBERSHIP_CHANGES, type MembershipState, membershipTransitions } from "./lifecycle.ts";

interface Props {
  readonly membershipId: string;
  readonly state: MembershipState;
}

/** What a member can do with the membership as it stands: pause, leave, come back. */
export function MembershipChanges({ membershipId, state }: Props) {
  const t = useT();
  const left = state === "withdrawn";
  const open = MEMBERSHIP_CHANGES.filter((change) => membershipTransitions[change].from.includes(state));
  return (
    <Section
      title={t(left ? "cadre.own.comeBack" : "cadre.own.change")}
      lead={t(left ? "cadre.own.comeBackText" : "cadre.own.changeText")}
    >
      <Form method="post" action={paths.changeMembership()} className="flex flex-wrap gap-3">
        <input type="hidden" name="membershipId" value={membershipId} />
        {open.map((change) => (
          <Button
            key={change}
            name="change"
            value={change}
            variant={change === "withdraw" ? "danger" : "secondary"}
          >
            {t(`cadre.own.${change}`)}
          </Button>
        ))}
      </Form>
    </Section>
  );
}
