import { Alert } from "#app/ui/alert.tsx";
import { LinkButton } from "#app/ui/button.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { useRefusalWords } from "./refusal-words.tsx";
import type { Refusal } from "./result.ts";

interface Props {
  /** What the page is called that the act belongs to, and where it is. */
  readonly title: string;
  readonly to: string;
  /** Why the act was not done; null where its address is only looked at. */
  readonly refusal: Refusal | null;
}

/**
 * The page of an act that has a button and no form. Its route's loader must not redirect: a router runs it after the act, with
 * scripts and without, and the words would be lost.
 */
export function RefusedAct({ title, to, refusal }: Props) {
  const say = useRefusalWords();
  const back = <LinkButton to={to}>{title}</LinkButton>;
  return (
    <>
      <PageHeader title={title} />
      {refusal ? <Alert tone="warn" title={say(refusal)} actions={back} /> : <p>{back}</p>}
    </>
  );
}
