import { render, screen } from "@solidjs/testing-library";
import userEvent from "@testing-library/user-event";
import { createSignal } from "solid-js";
import { describe, expect, it } from "vitest";
import { PasswordField } from "#ui/password-field.tsx";
import { TextAreaField } from "#ui/text-area-field.tsx";
import { TextField } from "#ui/text-field.tsx";

/** What a screen reader says after the name. */
function description(element: Element): string {
  const ids = element.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? "MISSING").join(" | ");
}

describe("text field", () => {
  it("is plain without hint or error", () => {
    render(() => <TextField label="Phone" value="" onInput={() => undefined} />);
    const field = screen.getByRole("textbox", { name: "Phone" });
    expect(field.hasAttribute("aria-describedby")).toBe(false);
    expect(field.hasAttribute("aria-invalid")).toBe(false);
  });

  it("ties its error and its hint to the control as they come and go", () => {
    const [error, setError] = createSignal<string | undefined>();
    render(() => (
      <TextField
        label="E-mail"
        mark="(not required)"
        hint="Work address"
        error={error()}
        value=""
        onInput={() => undefined}
      />
    ));
    const field = screen.getByRole("textbox", { name: "E-mail (not required)" });
    expect(description(field)).toBe("Work address");
    setError("The end is missing.");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    expect(description(field)).toBe("The end is missing. | Work address");
    setError(undefined);
    expect(field.hasAttribute("aria-invalid")).toBe(false);
    expect(description(field)).toBe("Work address");
  });

  it("hands over what is typed", async () => {
    const user = userEvent.setup();
    const [text, setText] = createSignal("");
    render(() => <TextAreaField label="Note" value={text()} onInput={setText} />);
    await user.type(screen.getByRole("textbox", { name: "Note" }), "one{Enter}two");
    expect(text()).toBe("one\ntwo");
  });

  it("shows and hides a passphrase", async () => {
    const user = userEvent.setup();
    const [secret, setSecret] = createSignal("");
    render(() => (
      <PasswordField
        label="Passphrase"
        value={secret()}
        onInput={setSecret}
        showLabel="Show"
        hideLabel="Hide"
      />
    ));
    const field = screen.getByLabelText<HTMLInputElement>("Passphrase");
    await user.type(field, "four words");
    expect(field.type).toBe("password");
    await user.click(screen.getByRole("button", { name: "Show" }));
    expect(field.type).toBe("text");
    await user.click(screen.getByRole("button", { name: "Hide" }));
    expect(field.type).toBe("password");
    expect(secret()).toBe("four words");
  });
});
