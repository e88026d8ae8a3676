import { render, screen } from "@solidjs/testing-library";
import userEvent from "@testing-library/user-event";
import { createSignal } from "solid-js";
import { describe, expect, it } from "vitest";
import { ToggleChips } from "#ui/toggle-chips.tsx";

const needs = ["quiet", "interpreter", "accessible"].map((value) => ({ value, label: value }));

const show = (...start: readonly string[]) => {
  const [chosen, setChosen] = createSignal<readonly string[]>(start);
  render(() => (
    <ToggleChips
      label="Needs"
      hint="As many as there are"
      options={needs}
      values={chosen()}
      onChange={setChosen}
    />
  ));
  return chosen;
};

describe("toggle chips", () => {
  it("are a named and described group of which any are chosen", async () => {
    const user = userEvent.setup();
    const chosen = show("quiet");
    const group = screen.getByRole("group", { name: "Needs", description: "As many as there are" });
    expect(group.querySelectorAll("input")).toHaveLength(3);
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "quiet" }).checked).toBe(true);
    await user.click(screen.getByRole("checkbox", { name: "accessible" }));
    expect(chosen()).toEqual(["quiet", "accessible"]);
    await user.click(screen.getByRole("checkbox", { name: "quiet" }));
    expect(chosen()).toEqual(["accessible"]);
  });

  it("are a tab stop each, and the space bar presses", async () => {
    const user = userEvent.setup();
    const chosen = show();
    await user.tab();
    await user.tab();
    await user.keyboard(" ");
    expect(chosen()).toEqual(["interpreter"]);
  });
});
