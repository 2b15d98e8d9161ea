import { useT } from "#app/i18n/provider.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/button.tsx";

const LISTS = {
  departments: () => paths.accountability(),
  missions: () => paths.accountableMissions(),
  leaders: () => paths.accountableLeaders(),
  states: () => paths.accountableStates(),
  champions: () => paths.genderChampions(),
  reports: () => paths.yearReports(),
} as const;

interface Props {
  readonly current: keyof typeof LISTS;
  /** Those of a state alone, which its focal point reads. */
  readonly ofState?: boolean;
}

/** The ways between the lists of who answers for the balance. */
export function AccountabilityLinks({ current, ofState = false }: Props) {
  const t = useT();
  const shown = ofState
    ? (["states", "champions", "reports"] as const)
    : (Object.keys(LISTS) as (keyof typeof LISTS)[]);
  return shown
    .filter((list) => list !== current)
    .map((list) => (
      <LinkButton key={list} to={LISTS[list]()}>
        {t(`accountability.list.${list}`)}
      </LinkButton>
    ));
}
