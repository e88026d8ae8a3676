import { render, screen } from "@solidjs/testing-library";
import userEvent from "@testing-library/user-event";
import { createSignal } from "solid-js";
import { describe, expect, it, vi } from "vitest";
import { Button } from "#ui/button.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SummaryRow } from "#ui/summary-row.tsx";
import { Tabs } from "#ui/tabs.tsx";

describe("rows", () => {
  it("are a list whose links are named by time and title", () => {
    render(() => (
      <RowList label="Today">
        <ListRow lead="10.00" title="Aino" subtitle="Kuhmo" href="/aino" />
        <ListRow title="Free" trailing={<Button>Book</Button>} />
      </RowList>
    ));
    expect(screen.getByRole("list", { name: "Today" }).children).toHaveLength(2);
    expect(screen.getByRole("link", { name: "10.00 Aino" }).getAttribute("href")).toBe("/aino");
    expect(screen.getByRole("button", { name: "Book" })).toBeDefined();
  });

  it("press as buttons", async () => {
    const user = userEvent.setup();
    const press = vi.fn();
    render(() => (
      <RowList>
        <ListRow title="Two paths" onClick={press} />
      </RowList>
    ));
    await user.click(screen.getByRole("button", { name: "Two paths" }));
    expect(press).toHaveBeenCalledOnce();
  });

  it("open a summary for changing", async () => {
    const user = userEvent.setup();
    render(() => (
      <SummaryRow title="45 min, Finnish" openLabel="Change" closeLabel="Done">
        <p>The controls</p>
      </SummaryRow>
    ));
    expect(screen.queryByText("The controls")).toBeNull();
    await user.click(screen.getByRole("button", { name: "Change 45 min, Finnish" }));
    expect(screen.getByText("The controls")).toBeDefined();
    const done = screen.getByRole("button", { name: "Done 45 min, Finnish" });
    expect(done.getAttribute("aria-expanded")).toBe("true");
  });
});

describe("tabs", () => {
  it("are one tab stop and follow the arrows around", async () => {
    const user = userEvent.setup();
    const [tab, setTab] = createSignal<"notes" | "path">("notes");
    render(() => (
      <Tabs
        label="Client"
        tabs={[
          { value: "notes", label: "Notes" },
          { value: "path", label: "Path" },
        ]}
        value={tab()}
        onChange={setTab}
      >
        {tab()}
      </Tabs>
    ));
    await user.tab();
    await user.keyboard("{ArrowRight}");
    expect(tab()).toBe("path");
    expect(document.activeElement).toBe(screen.getByRole("tab", { name: "Path", selected: true }));
    expect(screen.getByRole("tabpanel", { name: "Path" }).textContent).toBe("path");
    await user.keyboard("{ArrowRight}");
    expect(tab()).toBe("notes");
  });
});

describe("parts handed in", () => {
  it("are built once", () => {
    const built = vi.fn();
    function Part() {
      built();
      return <Button>Part</Button>;
    }
    render(() => (
      <RowList>
        <ListRow title="Row" trailing={<Part />} />
        <ListRow title="Other row" badges={<Part />} />
      </RowList>
    ));
    expect(built).toHaveBeenCalledTimes(2);
  });
});
