import { Body, Button, Container, Head, Heading, Hr, Html, Preview, Text } from "@react-email/components";
import type { ReadyLanguage } from "#app/i18n/languages.ts";
import { LANGUAGES } from "#app/i18n/languages.ts";

interface Props {
  readonly language: ReadyLanguage;
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

/** Every message Cadre sends: a short official letter with one thing to do. */
export function Letter({ language, heading, greeting, paragraphs, code, action, orOpen, footer }: Props) {
  return (
    <Html lang={language} dir={LANGUAGES[language].dir}>
      <Head />
      <Preview>{paragraphs[0] ?? heading}</Preview>
      <Body style={{ backgroundColor: "#ffffff", color: INK, fontFamily: sans, margin: 0 }}>
        <Container style={{ maxWidth: 600, padding: 24 }}>
          <Heading
            as="h1"
            style={{ fontFamily: serif, fontSize: 24, borderBottom: `3px solid ${INK}`, paddingBottom: 8 }}
          >
            {heading}
          </Heading>
          <Text style={{ fontSize: 16 }}>{greeting}</Text>
          {paragraphs.map((paragraph) => (
            <Text key={paragraph} style={{ fontSize: 16, lineHeight: "24px" }}>
              {paragraph}
            </Text>
          ))}
          {code && <Text style={{ fontSize: 28, fontWeight: 700, letterSpacing: 6 }}>{code}</Text>}
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
          <Text style={{ fontSize: 14, color: MUTED }}>
            {orOpen} {action.url}
          </Text>
          <Hr style={{ borderColor: "#d5d9de" }} />
          <Text style={{ fontSize: 13, color: MUTED }}>{footer}</Text>
        </Container>
      </Body>
    </Html>
  );
}
