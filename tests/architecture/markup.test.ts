import { describe, expect, it } from "vitest";
import { literalWords, sidesNamed } from "./markup.ts";
import { projectFiles } from "./project-files.ts";

const markup = projectFiles().filter(({ path }) => path.endsWith(".tsx") && !path.startsWith("tests/"));

describe("markup", () => {
  it("says nothing itself: every word is a message", () => {
    expect(
      markup.flatMap(({ path, text }) => literalWords(path, text).map((found) => `${path}:${found}`)),
    ).toEqual([]);
  });

  it("names ends of the line, never sides of the screen", () => {
    const classes = projectFiles().filter(({ path }) => /^app\/(?:.*\.tsx|ui\/.*)$/.test(path));
    expect(classes.flatMap(({ path, text }) => sidesNamed(text).map((found) => `${path}: ${found}`))).toEqual(
      [],
    );
  });
});

describe("a word in markup is seen", () => {
  it.each([
    "<p>Nothing here yet</p>",
    '<input placeholder="Your name" />',
    '<Field label={"Name"} />',
    "<p>{open ? 'Open now' : closed}</p>",
    '<p>{name ?? "Unnamed"}</p>',
    `<button aria-label={\`Remove \${name}\`} type="button" />`,
    `<button aria-label={"Remove " + name} type="button" />`,
    '<img alt="A panel" src={src} />',
  ])("%s", (line) => {
    expect(literalWords("page.tsx", `const page = ${line};`)).toHaveLength(1);
  });

  it.each([
    "<p>{t('selection.panel.none')}</p>",
    '<p className="text-muted" id="hint">{count} · {name}</p>',
    '<Field name="email" type="email" label={t("x")} />',
    "<p className={open ? 'bg-good' : 'bg-bad'}>–</p>",
    '<Row key={kind === "late" ? "a1" : "b1"} />',
    '<p>{kind === "late" && <Late />}</p>',
  ])("and what no one reads is let through: %s", (line) => {
    expect(literalWords("page.tsx", `const page = ${line};`)).toEqual([]);
  });
});

describe("a side of the screen is seen", () => {
  it.each([
    "ml-2",
    "sm:pl-4",
    "-mr-1",
    "text-left",
    "left-0",
    "border-l",
    "border-r-2",
    "float-right",
    "rounded-tl-sm",
  ])("%s", (name) => {
    expect(sidesNamed(`<p className="x ${name} y" />`)).toHaveLength(1);
  });

  it.each(["ms-2", "ps-4", "text-start", "start-0", "border-s-2", "html-left", "place-items-center"])(
    "and an end of the line is let through: %s",
    (name) => {
      expect(sidesNamed(`<p className="x ${name} y" />`)).toEqual([]);
    },
  );
});
