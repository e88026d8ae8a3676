import { render, screen } from "@solidjs/testing-library";
import userEvent from "@testing-library/user-event";
import { createSignal } from "solid-js";
import { describe, expect, it, vi } from "vitest";
import { Button } from "#ui/button.tsx";
import { ConfirmDialog } from "#ui/confirm-dialog.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { SuggestField } from "#ui/suggest-field.tsx";

function Sheet() {
  const [open, setOpen] = createSignal(false);
  const [text, setText] = createSignal("");
  return (
    <>
      <Button onClick={() => setOpen(true)}>Add a note</Button>
      <Dialog open={open()} onClose={() => setOpen(false)} title="New note" closeLabel="Close">
        <SuggestField
          label="About"
          value={text()}
          onInput={setText}
          suggestions={[{ id: "1", label: "Veikko" }]}
          countText={String}
        />
      </Dialog>
    </>
  );
}

describe("dialog", () => {
  it("takes the focus and gives it back", async () => {
    const user = userEvent.setup();
    render(() => <Sheet />);
    const opener = screen.getByRole("button", { name: "Add a note" });
    await user.click(opener);
    const dialog = await screen.findByRole("dialog", { name: "New note" });
    await vi.waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    await user.keyboard("{Escape}");
    await vi.waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    await vi.waitFor(() => expect(document.activeElement).toBe(opener));
  });

  it("keeps the focus inside", async () => {
    const user = userEvent.setup();
    render(() => <Sheet />);
    await user.click(screen.getByRole("button", { name: "Add a note" }));
    const dialog = await screen.findByRole("dialog");
    for (const _ of [1, 2, 3, 4]) {
      await user.tab();
      expect(dialog.contains(document.activeElement)).toBe(true);
    }
  });

  it("stays when Escape only closes a list of suggestions", async () => {
    const user = userEvent.setup();
    render(() => <Sheet />);
    await user.click(screen.getByRole("button", { name: "Add a note" }));
    await user.type(await screen.findByRole("combobox", { name: "About" }), "v");
    expect(screen.getByRole("option", { name: "Veikko" })).toBeDefined();
    await user.keyboard("{Escape}");
    expect(screen.queryByRole("option")).toBeNull();
    expect(screen.getByRole("dialog")).toBeDefined();
  });

  it("asks before it does what cannot be undone", async () => {
    const user = userEvent.setup();
    const onConfirm = vi.fn();
    const onCancel = vi.fn();
    render(() => (
      <ConfirmDialog
        open
        title="Delete the note?"
        text="It cannot be brought back."
        confirmLabel="Delete the note"
        cancelLabel="Keep it"
        danger
        onConfirm={onConfirm}
        onCancel={onCancel}
      />
    ));
    await screen.findByRole("alertdialog", { name: "Delete the note?" });
    await user.keyboard("{Enter}");
    expect(onConfirm).not.toHaveBeenCalled();
    await user.click(screen.getByRole("button", { name: "Keep it" }));
    expect(onCancel).toHaveBeenCalledOnce();
    await user.click(screen.getByRole("button", { name: "Delete the note" }));
    expect(onConfirm).toHaveBeenCalledOnce();
  });
});
