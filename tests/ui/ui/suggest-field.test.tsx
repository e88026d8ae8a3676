import { render, screen } from "@solidjs/testing-library";
import userEvent from "@testing-library/user-event";
import { createSignal } from "solid-js";
import { describe, expect, it, vi } from "vitest";
import { SuggestField, type Suggestion } from "#ui/suggest-field.tsx";

const people = [
  { id: "1", label: "Veikko", note: "Kuhmo" },
  { id: "2", label: "Vilma" },
  { id: "3", label: "Aino" },
];

function show(onChoose?: (suggestion: Suggestion) => void, offered: Suggestion[] = people) {
  const [text, setText] = createSignal("");
  const found = () =>
    offered.filter((person) => person.label.toLowerCase().startsWith(text().toLowerCase()));
  render(() => (
    <SuggestField
      label="For whom"
      value={text()}
      onInput={setText}
      suggestions={found()}
      onChoose={onChoose}
      countText={(count) => `${count} suggestions`}
    />
  ));
  return { text, field: screen.getByRole("combobox", { name: "For whom" }) };
}

describe("suggest field", () => {
  it("says how many suggestions the typing found", async () => {
    const user = userEvent.setup();
    const { field } = show();
    await user.type(field, "v");
    expect(screen.getByRole("status").textContent).toBe("2 suggestions");
    expect(field.getAttribute("aria-expanded")).toBe("true");
    expect(screen.getAllByRole("option")).toHaveLength(2);
  });

  it("does not say that nothing was found once the field was emptied", async () => {
    const user = userEvent.setup();
    const { field } = show(undefined, []);
    await user.type(field, "x");
    expect(screen.getByRole("status").textContent).toBe("0 suggestions");
    await user.clear(field);
    expect(screen.getByRole("status").textContent).toBe("");
  });

  it("takes the suggestion the arrows reached on Enter", async () => {
    const user = userEvent.setup();
    const onChoose = vi.fn();
    const { field, text } = show(onChoose);
    await user.type(field, "v{ArrowDown}{ArrowDown}");
    const option = screen.getByRole("option", { name: "Vilma" });
    expect(field.getAttribute("aria-activedescendant")).toBe(option.id);
    expect(option.getAttribute("aria-selected")).toBe("true");
    await user.keyboard("{Enter}");
    expect(text()).toBe("Vilma");
    expect(onChoose).toHaveBeenCalledWith(people[1]);
    expect(screen.queryByRole("listbox")).toBeNull();
  });

  it("goes around: up from the field reaches the last suggestion", async () => {
    const user = userEvent.setup();
    const { field } = show();
    await user.type(field, "v{ArrowUp}");
    const last = screen.getByRole("option", { name: "Vilma" });
    expect(field.getAttribute("aria-activedescendant")).toBe(last.id);
  });

  it("keeps free text when the list is closed or left", async () => {
    const user = userEvent.setup();
    const onChoose = vi.fn();
    const { field, text } = show(onChoose);
    await user.type(field, "vi{Escape}");
    expect(screen.queryByRole("listbox")).toBeNull();
    await user.type(field, "ivi{Tab}");
    expect(text()).toBe("viivi");
    expect(onChoose).not.toHaveBeenCalled();
  });

  it("leaves Enter to the form when no suggestion is reached", async () => {
    const user = userEvent.setup();
    const submitted = vi.fn((event: Event) => event.preventDefault());
    const [text, setText] = createSignal("");
    render(() => (
      <form onSubmit={submitted}>
        <SuggestField
          label="Name"
          value={text()}
          onInput={setText}
          suggestions={people}
          countText={String}
        />
      </form>
    ));
    await user.type(screen.getByRole("combobox", { name: "Name" }), "x{Enter}");
    expect(submitted).toHaveBeenCalledOnce();
  });

  it("is chosen with a tap", async () => {
    const user = userEvent.setup();
    const { field, text } = show();
    await user.type(field, "a");
    await user.click(screen.getByRole("option", { name: "Aino" }));
    expect(text()).toBe("Aino");
    expect(document.activeElement).toBe(field);
  });
});
