// @vitest-environment jsdom
import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { act } from "react";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { CheckboxField, CheckboxGroup } from "#app/ui/choice-field.tsx";
import { TextField } from "#app/ui/field.tsx";
import { fieldProps, formProblems } from "#app/ui/field-props.ts";
import { ErrorSummary, FormStack } from "#app/ui/form.tsx";
import { Menu, MenuLink } from "#app/ui/menu.tsx";
import { all, expectWired, find, mount, text, violations } from "./render.tsx";

const schema = z.object({
  name: z.string().min(3),
  tongues: z.array(z.string()).min(1),
  agreed: z.boolean(),
});
const tongues = [
  { value: "ar", label: "Arabic" },
  { value: "fr", label: "French" },
];
const say = (error: string) => `(${error.slice(0, 4)})`;

function refusedReply() {
  const sent = new FormData();
  sent.set("name", "No");
  return parseWithZod(sent, { schema }).reply({ formErrors: ["late"] });
}

function RefusedForm() {
  const [form, at] = useForm<z.input<typeof schema>>({ id: "form", lastResult: refusedReply() });
  return (
    <form id={form.id} method="post">
      <ErrorSummary title="Mend this" problems={formProblems(form, say)} />
      <FormStack>
        <TextField {...fieldProps(at.name, say)} label="Name" />
        <CheckboxGroup {...fieldProps(at.tongues, say)} label="Tongues" options={tongues} />
        <CheckboxField {...fieldProps(at.agreed, say)} label="Agreed" />
      </FormStack>
    </form>
  );
}

describe("a form that conform gave back", () => {
  test("keeps what was typed, and its summary leads to each field", async () => {
    const { body, unmount } = await mount(<RefusedForm />);
    expect(find<HTMLInputElement>(body, "[name=name]").value).toBe("No");
    expect(find(body, "[name=name]").getAttribute("aria-invalid")).toBe("true");
    const summary = find(body, "[role=alert]");
    expect(all(summary, "a").map((link) => link.getAttribute("href"))).toEqual([
      "#form-name",
      "#form-tongues",
      "#form-agreed",
    ]);
    expect(all(summary, "li").map(text)).toContain("(late)");
    expect(document.activeElement).toBe(summary);
    expectWired(body);
    expect(await violations(body)).toEqual([]);
    await unmount();
  });
});

describe("a menu", () => {
  const menu = (
    <Menu label="English">
      <MenuLink to="/fr">Français</MenuLink>
    </Menu>
  );

  test("closes on Escape and gives the focus back to its label", async () => {
    const { body, unmount } = await mount(menu);
    const box = find<HTMLDetailsElement>(body, "details");
    box.open = true;
    await act(async () => {
      find(body, "a").dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
    });
    expect(box.open).toBe(false);
    expect(document.activeElement).toBe(find(body, "summary"));
    await unmount();
  });

  test("closes on a press elsewhere, not on one of its own", async () => {
    const { body, unmount } = await mount(menu);
    const box = find<HTMLDetailsElement>(body, "details");
    box.open = true;
    find(body, "a").dispatchEvent(new Event("pointerdown", { bubbles: true }));
    expect(box.open).toBe(true);
    body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
    expect(box.open).toBe(false);
    await unmount();
  });

  test("is closed again on the page it led to", async () => {
    const { body, unmount } = await mount(menu);
    find<HTMLDetailsElement>(body, "details").open = true;
    await act(async () => find(body, "a").click());
    expect(find<HTMLDetailsElement>(body, "details").open).toBe(false);
    await unmount();
  });
});
