import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { loadMessages } from "./i18n/catalogues.ts";
import { readyLanguage } from "./i18n/languages.ts";
import { LanguageProvider } from "./i18n/provider.tsx";

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

async function start() {
  const { lang, dataset } = document.documentElement;
  const language = readyLanguage(lang);
  const [messages] = await Promise.all([loadMessages(language), readPageData()]);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <LanguageProvider locale={language} timeZone={dataset.timeZone ?? "UTC"} messages={messages}>
          <RemixBrowser />
        </LanguageProvider>
      </StrictMode>,
    );
  });
}

void start();
