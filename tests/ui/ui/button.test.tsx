import { render, screen } from "@solidjs/testing-library";
import userEvent from "@testing-library/user-event";
import { createSignal } from "solid-js";
import { describe, expect, it, vi } from "vitest";
import { Button } from "#ui/button.tsx";

describe("button", () => {
  it("keeps its label and the focus while busy, and says what goes on", async () => {
    const user = userEvent.setup();
    const [busy, setBusy] = createSignal(false);
    const press = vi.fn(() => setBusy(true));
    render(() => (
      <Button busy={busy()} busyLabel="Saving" onClick={press}>
        Save
      </Button>
    ));
    const button = screen.getByRole("button", { name: "Save" });
    await user.click(button);
    expect(screen.getByRole("status").textContent).toBe("Saving");
    expect(screen.getByRole("button", { name: "Save" })).toBe(button);
    expect(document.activeElement).toBe(button);
    await user.keyboard("{Enter}");
    expect(press).toHaveBeenCalledOnce();
  });

  it("does not send the form twice", async () => {
    const user = userEvent.setup();
    const submitted = vi.fn((event: Event) => event.preventDefault());
    render(() => (
      <form onSubmit={submitted}>
        <Button type="submit" busy>
          Send
        </Button>
      </form>
    ));
    await user.click(screen.getByRole("button", { name: "Send" }));
    expect(submitted).not.toHaveBeenCalled();
  });
});
