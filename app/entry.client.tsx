import { RemixBrowser } from "@remix-run/react";
import { type ReactNode, StrictMode, startTransition, useEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { readyLanguage } from "./i18n/languages.ts";
import { heardMessages } from "./i18n/page-words.ts";
import { LanguageProvider } from "./i18n/provider.tsx";
import { keepTyped } from "./typed-early.ts";

/**
 * Reads the data that came with the page. Remix would do it by suspending its first render, and a key pressed or a link
 * clicked in that moment makes React 18 fail ("Root did not complete"): so it suspends here, before React listens.
 */
async function readPageData() {
  try {
    RemixBrowser({});
  } catch (reading) {
    await reading;
  }
}

/** The page, once it is React's: effects run when all of it is. */
function TakenOver({ then, children }: { readonly then: () => void; readonly children: ReactNode }) {
  useEffect(then, [then]);
  return children;
}

async function start() {
  const putBack = keepTyped(document);
  const { lang, dataset } = document.documentElement;
  await readPageData();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <LanguageProvider
          locale={readyLanguage(lang)}
          timeZone={dataset.timeZone ?? "UTC"}
          messages={heardMessages}
        >
          <TakenOver then={putBack}>
            <RemixBrowser />
          </TakenOver>
        </LanguageProvider>
      </StrictMode>,
    );
  });
}

void start();
