import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Text,
} from "@react-email/components";
import type { ReadyLanguage } from "#app/i18n/languages.ts";
import { LANGUAGES } from "#app/i18n/languages.ts";

interface Props {
  readonly language: ReadyLanguage;
  /** Who writes: the name of the site and what it is for. */
  readonly sender: { readonly name: string; readonly tagline: string };
  readonly heading: string;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  /** A code to type in, set apart. */
  readonly code: string | null;
  readonly action: { readonly label: string; readonly url: string };
  readonly orOpen: string;
  readonly footer: string;
}

const INK = "#1c2530";
const MUTED = "#5a6470";
const ACCENT = "#1d4f7c";
const serif = "'Source Serif 4', Georgia, 'Times New Roman', serif";
const sans = "'Source Sans 3', 'Segoe UI', Helvetica, Arial, sans-serif";

/** A part that HTML needs and plain text does not: react-email leaves it out there. */
const IN_HTML_ONLY = { "data-skip-in-text": "true" };

/** Every message Cadre sends: a short official letter with one thing to do. */
export function Letter({
  language,
  sender,
  heading,
  greeting,
  paragraphs,
  code,
  action,
  orOpen,
  footer,
}: Props) {
  return (
    <Html lang={language} dir={LANGUAGES[language].dir}>
      <Head>
        <title>{heading}</title>
      </Head>
      <Preview>{paragraphs[0] ?? heading}</Preview>
      <Body style={{ backgroundColor: "#ffffff", color: INK, fontFamily: sans, margin: 0 }}>
        <Container style={{ maxWidth: 600, padding: 24 }}>
          <Text {...IN_HTML_ONLY} style={{ fontSize: 14, color: MUTED, margin: 0 }}>
            <strong style={{ fontFamily: serif, fontSize: 18, color: INK }}>{sender.name}</strong>
            {` · ${sender.tagline}`}
          </Text>
          <Heading
            as="h1"
            style={{
              fontFamily: serif,
              fontSize: 24,
              lineHeight: "30px",
              margin: "12px 0 20px",
              borderTop: `3px solid ${INK}`,
              paddingTop: 14,
            }}
          >
            {heading}
          </Heading>
          <Text style={{ fontSize: 16 }}>{greeting}</Text>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} style={{ fontSize: 16, lineHeight: "24px" }}>
              {paragraph}
            </Text>
          ))}
          {code && (
            <Text dir="ltr" style={{ fontSize: 28, fontWeight: 700, letterSpacing: 6 }}>
              {code}
            </Text>
          )}
          <Button
            href={action.url}
            style={{
              backgroundColor: ACCENT,
              color: "#ffffff",
              padding: "10px 18px",
              fontSize: 16,
              fontWeight: 600,
            }}
          >
            {action.label}
          </Button>
          <Text {...IN_HTML_ONLY} style={{ fontSize: 14, lineHeight: "20px", color: MUTED }}>
            {orOpen}{" "}
            <Link href={action.url} style={{ color: ACCENT, wordBreak: "break-all" }}>
              {action.url}
            </Link>
          </Text>
          <Hr style={{ borderColor: "#d5d9de", margin: "28px 0 12px" }} />
          <Text style={{ fontSize: 13, lineHeight: "19px", color: MUTED, margin: 0 }}>{footer}</Text>
        </Container>
      </Body>
    </Html>
  );
}
