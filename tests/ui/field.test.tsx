// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { CheckboxField, CheckboxGroup, Fieldset, RadioGroup } from "#app/ui/choice-field.tsx";
import { DateTimeField, FileField, SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { ErrorSummary, FormActions } from "#app/ui/form.tsx";
import { all, expectWired, find, render, text, violations } from "./render.tsx";

const choices = [
  { value: "a", label: "Alpha", hint: "first" },
  { value: "b", label: "Beta" },
];
const wrong = { label: "Label", hint: "Hint", errors: ["Wrong.", "Very."], mark: "optional" };

const fields = {
  text: <TextField id="f" name="f" {...wrong} after="0 of 9" maxLength={9} />,
  area: <TextArea id="f" name="f" {...wrong} defaultValue="typed" />,
  select: (
    <SelectField
      id="f"
      name="f"
      {...wrong}
      placeholder="Choose"
      options={[{ label: "Group", options: choices }]}
    />
  ),
  checkbox: <CheckboxField id="f" name="f" {...wrong} />,
  date: <DateTimeField id="f" name="f" {...wrong} type="datetime-local" zone="UTC+3" />,
  file: <FileField id="f" name="f" {...wrong} accept="application/pdf" />,
  radio: <RadioGroup id="f" name="f" {...wrong} options={choices} required />,
  group: <CheckboxGroup id="f" name="f" {...wrong} options={choices} />,
};

describe.each(Object.entries(fields))("a field: %s", (kind, field) => {
  test.each(["ltr", "rtl"] as const)("is wired and clean, %s", async (dir) => {
    const body = render(field, dir);
    expectWired(body);
    expect(await violations(body)).toEqual([]);
  });

  test("has a control of its id and name, and says what is wrong with it", () => {
    const body = render(field);
    const control = find(body, "#f");
    expect(["INPUT", "SELECT", "TEXTAREA"]).toContain(control.tagName);
    expect(control.getAttribute("name")).toBe("f");
    const told = kind === "radio" || kind === "group" ? find(body, "fieldset") : control;
    const described = (told.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => text(find(body, `#${id}`)));
    expect(described).toEqual(["Hint", "×Wrong.×Very."]);
    if (kind !== "group") expect(told.getAttribute("aria-invalid")).toBe("true");
  });
});

describe("what is chosen or typed before", () => {
  test("stands in the control", () => {
    const body = render(
      <>
        <TextField id="n" name="n" label="N" type="number" defaultValue={3} min={1} max={5} />
        <SelectField id="s" name="s" label="S" options={choices} defaultValue="b" />
        <RadioGroup id="r" name="r" label="R" options={choices} defaultValue="b" />
        <CheckboxGroup id="c" name="c" label="C" options={choices} defaultOptions={["a", "b"]} />
        <CheckboxField id="y" name="y" label="Y" defaultChecked />
      </>,
    );
    expect(find(body, "#n").getAttribute("value")).toBe("3");
    expect(find<HTMLSelectElement>(body, "#s").value).toBe("b");
    expect(all(body, "[name=r]:checked").map((box) => box.getAttribute("value"))).toEqual(["b"]);
    expect(all(body, "[name=c]:checked")).toHaveLength(2);
    expect(all(body, "[name=y]:checked")).toHaveLength(1);
    expect(body.querySelector("[aria-invalid], #n[aria-describedby], fieldset[aria-describedby]")).toBeNull();
    expectWired(body);
  });
});

describe("around the fields", () => {
  test("a fieldset names its fields and is described by its hint and errors", async () => {
    const body = render(
      <Fieldset id="set" legend="Referee" hint="Somebody" errors={["None given."]}>
        <TextField id="who" name="who" label="Who" />
      </Fieldset>,
    );
    expect(text(find(body, "fieldset > legend"))).toBe("Referee");
    expectWired(body);
    expect(await violations(body)).toEqual([]);
  });

  test("nothing wrong, no summary", () => {
    expect(render(<ErrorSummary title="x" problems={[]} />).innerHTML).toBe("");
  });

  test("the end of a form keeps its note", () => {
    expect(text(render(<FormActions note="Saved">Go</FormActions>))).toBe("GoSaved");
  });
});
