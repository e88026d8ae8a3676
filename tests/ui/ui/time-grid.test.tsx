import { render, screen } from "@solidjs/testing-library";
import userEvent from "@testing-library/user-event";
import { createSignal } from "solid-js";
import { describe, expect, it } from "vitest";
import { TimeGrid, type TimeChoice } from "#ui/time-grid.tsx";

const times: TimeChoice[] = [
  { time: "10:00", label: "10.00", state: "taken", explanation: "already booked: Aino" },
  { time: "13:00", label: "13.00", state: "certain", explanation: "certain" },
  { time: "14:30", label: "14.30", state: "free" },
];

function show(start?: string) {
  const [time, setTime] = createSignal(start);
  render(() => (
    <TimeGrid
      label="Time"
      times={times}
      value={time()}
      onChange={setTime}
      otherLabel="Other time"
      otherError="Write it like 13.30."
    />
  ));
  return time;
}

describe("time grid", () => {
  it("says what a time is like together with its name", () => {
    show();
    expect(screen.getByRole("radio", { name: "10.00, already booked: Aino" })).toBeDefined();
    expect(screen.getByRole("radio", { name: "13.00, certain" })).toBeDefined();
    expect(screen.getByRole("radio", { name: "14.30" })).toBeDefined();
  });

  it("keeps the control of a time while others come and go, so that no press is lost", () => {
    const [shown, setShown] = createSignal(times);
    const rest = { label: "Time", value: undefined, onChange: () => {} };
    render(() => (
      <TimeGrid {...rest} times={shown()} otherLabel="Other time" otherError="Write it so." />
    ));
    const before = screen.getByRole("radio", { name: "14.30" });
    setShown([
      { time: "09:00", label: "9.00", state: "free" },
      { time: "14:30", label: "14.30", state: "taken", explanation: "already booked" },
    ]);
    expect(screen.getByRole("radio", { name: "14.30, already booked" })).toBe(before);
    expect(screen.getAllByRole("radio")).toHaveLength(2);
  });

  it("lets a taken time be chosen", async () => {
    const user = userEvent.setup();
    const time = show();
    await user.click(screen.getByRole("radio", { name: /10\.00/ }));
    expect(time()).toBe("10:00");
  });

  it("walks with the arrows", async () => {
    const user = userEvent.setup();
    const time = show("10:00");
    await user.tab();
    await user.keyboard("{ArrowDown}{ArrowDown}");
    expect(time()).toBe("14:30");
  });

  it.each([
    ["9.20", "09:20"],
    ["13:10", "13:10"],
    ["1310", "13:10"],
  ])("takes %s as soon as it is whole and leaves it in the field", async (typed, read) => {
    const user = userEvent.setup();
    const time = show("14:30");
    const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Other time" });
    await user.type(field, typed.slice(0, -1));
    expect(time()).toBe("14:30");
    await user.type(field, typed.slice(-1));
    expect(time()).toBe(read);
    expect(field.value).toBe(typed);
    await user.tab();
    expect(time()).toBe(read);
    expect(field.value).toBe("");
  });

  it("takes a short time when the field is left", async () => {
    const user = userEvent.setup();
    const time = show("13:00");
    await user.type(screen.getByRole("textbox", { name: "Other time" }), "9");
    expect(time()).toBe("13:00");
    await user.tab();
    expect(time()).toBe("09:00");
  });

  it("says so when the typed text is no time, and forgets it with the next choice", async () => {
    const user = userEvent.setup();
    const time = show("13:00");
    const field = screen.getByRole<HTMLInputElement>("textbox", { name: "Other time" });
    await user.type(field, "25.99");
    await user.tab();
    expect(time()).toBe("13:00");
    expect(field.getAttribute("aria-invalid")).toBe("true");
    await user.click(screen.getByRole("radio", { name: "14.30" }));
    expect(field.value).toBe("");
    expect(field.hasAttribute("aria-invalid")).toBe(false);
  });
});
