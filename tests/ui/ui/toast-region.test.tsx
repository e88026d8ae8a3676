import { fireEvent, render, screen } from "@solidjs/testing-library";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ToastRegion } from "#ui/toast-region.tsx";
import { createToasts } from "#ui/toasts.ts";

function show() {
  const toasts = createToasts();
  render(() => (
    <ToastRegion toasts={toasts} label="Messages" closeLabel="Close" durationMs={1000} />
  ));
  return toasts;
}

describe("toasts", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("are said politely in a named place and go by themselves", () => {
    const toasts = show();
    toasts.show({ text: "Saved." });
    expect(screen.getByRole("log").getAttribute("aria-live")).toBe("polite");
    expect(screen.getByRole("region", { name: "Messages" }).textContent).toContain("Saved.");
    vi.advanceTimersByTime(999);
    expect(screen.queryByText("Saved.")).not.toBeNull();
    vi.advanceTimersByTime(1);
    expect(screen.queryByText("Saved.")).toBeNull();
  });

  it("do their action once and go", () => {
    const toasts = show();
    const run = vi.fn();
    toasts.show({ text: "Deleted.", action: { label: "Undo", run } });
    vi.advanceTimersByTime(1500);
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(run).toHaveBeenCalledOnce();
    expect(screen.queryByText("Deleted.")).toBeNull();
  });

  it("wait while they hold the focus", () => {
    const toasts = show();
    toasts.show({ text: "Deleted.", action: { label: "Undo", run: () => undefined } });
    const undo = screen.getByRole("button", { name: "Undo" });
    undo.focus();
    vi.advanceTimersByTime(60_000);
    expect(screen.queryByText("Deleted.")).not.toBeNull();
    undo.blur();
    vi.advanceTimersByTime(2000);
    expect(screen.queryByText("Deleted.")).toBeNull();
  });

  it("give way to newer ones when there are many", () => {
    const toasts = show();
    for (const text of ["one", "two", "three"]) toasts.show({ text });
    expect(screen.queryByText("one")).toBeNull();
    expect(screen.queryByText("two")).not.toBeNull();
    expect(screen.queryByText("three")).not.toBeNull();
  });

  it("say the same words once more in a message of their own, in place of the first, and how often", () => {
    const toasts = show();
    toasts.show({ text: "Saved: Aino" });
    const first = screen.getByText("Saved: Aino");
    toasts.show({ text: "Saved: Aino" });
    const again = screen.getByText("Saved: Aino");
    // Only what is added is read aloud and moves in.
    expect(again).not.toBe(first);
    expect(first.isConnected).toBe(false);
    expect(again.textContent).toBe("Saved: Aino ×2");
    toasts.show({ text: "Saved: Oiva" });
    expect(screen.getByText("Saved: Oiva").textContent).toBe("Saved: Oiva");
    vi.advanceTimersByTime(1000);
    toasts.show({ text: "Saved: Aino" });
    expect(screen.getByText("Saved: Aino").textContent).toBe("Saved: Aino");
  });

  it("keep each one's own action", () => {
    const toasts = show();
    const run = vi.fn();
    toasts.show({ text: "Chosen.", action: { label: "Undo", run } });
    toasts.show({ text: "Chosen.", action: { label: "Undo", run } });
    expect(screen.getAllByText("Chosen.")).toHaveLength(2);
  });

  it("are put away while a screen is turned to somebody else, and those told meanwhile come after", () => {
    const toasts = show();
    toasts.show({ text: "Saved: Aino" });
    const endHush = toasts.hush();
    toasts.show({ text: "Not saved: Oiva" });
    expect(screen.getByRole("log").textContent).toBe("");
    vi.advanceTimersByTime(5000);
    endHush();
    expect(screen.queryByText("Saved: Aino")).toBeNull();
    expect(screen.queryByText("Not saved: Oiva")).not.toBeNull();
  });
});
