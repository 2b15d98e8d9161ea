import { useLanguage } from "#app/i18n/provider.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import type { Receipt } from "./receipt.ts";

interface Props {
  readonly receipt: Receipt;
  readonly leafHash: string;
  readonly verified: boolean;
}

/** An event's place in the tree, the path to its head, and whether they hold. */
export function EventProof({ receipt, leafHash, verified }: Props) {
  const { t, format } = useLanguage();
  const outcome = verified ? "holds" : "fails";
  const code = (text: string) => <code className="break-all">{text}</code>;
  return (
    <Section title={t("record.event.proof")} lead={t("record.event.proofLead")}>
      <Alert tone={verified ? "good" : "bad"} title={t(`record.event.${outcome}`)}>
        {t(`record.event.${outcome}Text`)}
      </Alert>
      <div className="mt-4">
        <DefinitionList
          items={[
            { term: t("record.event.leafIndex"), detail: format.number(receipt.leafIndex) },
            { term: t("record.head.size"), detail: format.number(receipt.treeSize) },
            { term: t("record.event.leafHash"), detail: code(leafHash) },
            { term: t("record.head.root"), detail: code(receipt.rootHash) },
            { term: t("record.head.sealedAt"), detail: format.dateTime(receipt.sealedAt) },
          ]}
        />
      </div>
      {receipt.proof.length === 0 ? (
        <p className="mt-4">{t("record.event.noPath")}</p>
      ) : (
        <ol className="mt-4 list-decimal ps-6 text-sm">
          {receipt.proof.map((hash) => (
            <li key={hash}>{code(hash)}</li>
          ))}
        </ol>
      )}
      <details className="mt-4">
        <summary className="min-h-6 w-fit text-accent">{t("record.event.canonical")}</summary>
        <pre className="mt-2 overflow-x-auto border border-rule bg-sunken p-3 text-sm whitespace-pre-wrap break-all">
          {receipt.event}
        </pre>
      </details>
    </Section>
  );
}
