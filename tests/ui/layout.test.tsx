// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { Alert } from "#app/ui/alert.tsx";
import { Badge } from "#app/ui/badge.tsx";
import { Button, LinkButton } from "#app/ui/button.tsx";
import { Card, Section } from "#app/ui/card.tsx";
import { DefinitionList } from "#app/ui/definition-list.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Menu, MenuButton, MenuLink } from "#app/ui/menu.tsx";
import { PageHeader } from "#app/ui/page-header.tsx";
import { Shell, ShellLink } from "#app/ui/shell.tsx";
import { Stat, StatRow } from "#app/ui/stat.tsx";
import { all, expectWired, find, render, text, violations } from "./render.tsx";

const page = (
  <Shell
    product="Product"
    homeTo="/"
    navigation={[
      {
        heading: "First",
        links: [
          { to: "/a", label: "Alpha", current: true },
          { to: "/b", label: "Beta" },
        ],
      },
      { heading: null, links: [{ to: "/c", label: "Gamma" }] },
    ]}
    navigationLabel="Main"
    menuLabel="Menu"
    skipLabel="Skip"
    notice="Invented"
    outbox={<ShellLink to="/out" label="Outbox" count={2} countLabel="2 messages" />}
    roleSwitcher={
      <Menu purpose="As" label="Chair">
        <MenuButton current>Chair</MenuButton>
      </Menu>
    }
    languageSwitcher={
      <Menu label="English">
        <MenuLink to="?fr" lang="fr">
          Français
        </MenuLink>
      </Menu>
    }
    footer="Foot"
  >
    <PageHeader
      eyebrow="Kind"
      title="Title"
      lead="Lead"
      meta="A/1"
      breadcrumbs={[{ to: "/up", label: "Up" }]}
      breadcrumbsLabel="Path"
      actions={<LinkButton to="/go">Go</LinkButton>}
    />
    <Section title="Part" id="part" lead="Of it" actions={<Button size="small">Do</Button>}>
      <Card title="One" eyebrow="Kind" footer="Foot" actions={<Badge tone="good">Ready</Badge>}>
        Body
      </Card>
      <StatRow>
        <Stat label="Women" value="41%" note="14 of 34" />
      </StatRow>
      <DefinitionList items={[{ term: "Place", detail: "Goma" }]} />
      <EmptyState title="None" text="Yet" action={<LinkButton to="/new">Make one</LinkButton>} />
    </Section>
  </Shell>
);

describe("a whole page", () => {
  test.each(["ltr", "rtl"] as const)("is wired and clean, %s", async (dir) => {
    const body = render(page, dir);
    expectWired(body);
    expect(await violations(body, true)).toEqual([]);
  });

  test("skips to its content first, and marks where the reader is", () => {
    const body = render(page);
    const first = find(body, "a, button, summary");
    expect(first.getAttribute("href")).toBe("#main");
    expect(find(body, "#main").tagName).toBe("MAIN");
    expect(all(body, 'nav a[aria-current="page"]').map(text)).toEqual(["Alpha", "Alpha"]);
    expect(all(body, "h1").map(text)).toEqual(["Title"]);
  });

  test("opens its navigation and its menus without JavaScript", () => {
    const closed = all(render(page), "details:not([open]) > summary").map(text);
    expect(closed).toEqual(["AsChair", "English", "First", "Menu"]);
  });

  test("heads its groups, and leaves alone what has no heading", () => {
    const body = render(page);
    const [wide, narrow] = all(body, 'nav[aria-label="Main"]');
    expect(all(wide ?? body, "details li").map(text)).toEqual(["Alpha", "Beta"]);
    expect(all(wide ?? body, "a").map(text)).toEqual(["Alpha", "Beta", "Gamma"]);
    const headed = find(narrow ?? body, "ul[aria-labelledby]");
    expect(text(find(body, `[id="${headed.getAttribute("aria-labelledby")}"]`))).toBe("First");
    expect(all(headed, "a").map(text)).toEqual(["Alpha", "Beta"]);
  });

  test("is without navigation where there is nowhere to go", () => {
    const body = render(
      <Shell product="P" homeTo="/" navigation={[]} navigationLabel="Main" menuLabel="Menu" skipLabel="Skip">
        x
      </Shell>,
    );
    expect(body.querySelector("nav, footer, details")).toBeNull();
  });
});

describe("states and messages", () => {
  test("a badge and an alert carry a mark besides their colour", () => {
    expect(text(render(<Badge tone="warn">Late</Badge>))).toBe("!Late");
    expect(text(render(<Alert tone="good" title="Saved" />))).toBe("✓Saved");
  });

  test("what is bad interrupts, the rest waits", () => {
    expect(find(render(<Alert tone="bad" title="No" />), "[role]").getAttribute("role")).toBe("alert");
    expect(find(render(<Alert title="Well" />), "[role]").getAttribute("role")).toBe("status");
  });

  test("a button submits unless told otherwise", () => {
    expect(find(render(<Button>Go</Button>), "button").getAttribute("type")).toBe("submit");
    expect(find(render(<Button type="button">Go</Button>), "button").getAttribute("type")).toBe("button");
  });

  test("a count of nothing is not shown", () => {
    expect(text(render(<ShellLink to="/out" label="Outbox" count={0} countLabel="none" />))).toBe("Outbox");
  });
});
