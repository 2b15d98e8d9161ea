import { RemixBrowser } from "@remix-run/react";
import { StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { loadMessages } from "./i18n/catalogues.ts";
import { isReadyLanguage } from "./i18n/languages.ts";
import { LanguageProvider } from "./i18n/provider.tsx";

/**
 * Takes over the page the server sent, in one go: as a transition React 18 lets keys typed meanwhile break in upon it,
 * and now and then gives the page up ("Root did not complete").
 */
async function start() {
  const { lang, dataset } = document.documentElement;
  const language = isReadyLanguage(lang) ? lang : "en";
  const messages = await loadMessages(language);
  hydrateRoot(
    document,
    <StrictMode>
      <LanguageProvider locale={language} timeZone={dataset.timeZone ?? "UTC"} messages={messages}>
        <RemixBrowser />
      </LanguageProvider>
    </StrictMode>,
  );
}

void start();
