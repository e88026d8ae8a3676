import { render, screen } from "@solidjs/testing-library";
import userEvent from "@testing-library/user-event";
import { createSignal } from "solid-js";
import { describe, expect, it } from "vitest";
import { ChoiceChips } from "#ui/choice-chips.tsx";

const places = ["Kuhmo", "Kajaani", "Sotkamo", "Paltamo"].map((label) => ({
  value: label.toLowerCase(),
  label,
}));

function show(start?: string) {
  const [place, setPlace] = createSignal<string | undefined>(start);
  render(() => (
    <ChoiceChips
      label="Where"
      options={places}
      visible={2}
      moreLabel="More"
      value={place()}
      onChange={setPlace}
    />
  ));
  return place;
}

describe("choice chips", () => {
  it("is a named group of which one is chosen", async () => {
    const user = userEvent.setup();
    const place = show("kuhmo");
    expect(screen.getByRole("radiogroup", { name: "Where" })).toBeDefined();
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Kuhmo" }).checked).toBe(true);
    await user.click(screen.getByRole("radio", { name: "Kajaani" }));
    expect(place()).toBe("kajaani");
  });

  it("is one tab stop, the arrows choose", async () => {
    const user = userEvent.setup();
    const place = show("kuhmo");
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole("radio", { name: "Kuhmo" }));
    await user.keyboard("{ArrowRight}");
    expect(place()).toBe("kajaani");
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "More" }));
  });

  it("opens the rest and goes to the first of it", async () => {
    const user = userEvent.setup();
    show("kuhmo");
    expect(screen.queryByRole("radio", { name: "Sotkamo" })).toBeNull();
    await user.click(screen.getByRole("button", { name: "More" }));
    expect(document.activeElement).toBe(screen.getByRole("radio", { name: "Sotkamo" }));
    expect(screen.queryByRole("button", { name: "More" })).toBeNull();
  });

  it("never hides the chosen one", () => {
    show("paltamo");
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Paltamo" }).checked).toBe(true);
    expect(screen.queryByRole("radio", { name: "Sotkamo" })).toBeNull();
  });
});
