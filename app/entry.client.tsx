import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { loadMessages } from "./i18n/catalogues.ts";
import { isReadyLanguage } from "./i18n/languages.ts";
import { LanguageProvider } from "./i18n/provider.tsx";

async function start() {
  const { lang, dataset } = document.documentElement;
  const language = isReadyLanguage(lang) ? lang : "en";
  const messages = await loadMessages(language);
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
