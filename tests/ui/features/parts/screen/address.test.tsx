import { A, Route, Router } from "@solidjs/router";
import { render, screen, waitFor } from "@solidjs/testing-library";
import userEvent from "@testing-library/user-event";
import { type Component, createRoot, lazy, Suspense } from "solid-js";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createAddressOfScreen } from "#features/parts/screen/address.ts";
import { createAtRest } from "#features/parts/screen/after-picture.ts";

const NextPage: Component = () => <h1>Next</h1>;

const ListPage: Component = () => {
  const address = createAddressOfScreen(() => undefined);
  return (
    <>
      <h1>List {address.read("who")}</h1>
      <button type="button" onClick={() => address.follow({ who: "team" })}>
        Team
      </button>
      <button type="button" onClick={() => address.follow({ who: "day" }, true)}>
        Day
      </button>
      <A href="/next">On</A>
    </>
  );
};

/** A list, and a page behind it whose program comes when it is told to. */
const openList = (): { readonly bringNext: () => void } => {
  const coming = Promise.withResolvers<{ readonly default: Component }>();
  const next = lazy(() => coming.promise);
  render(() => (
    <Router root={(page) => <Suspense>{page.children}</Suspense>}>
      <Route path="/list" component={ListPage} />
      <Route path="/next" component={next} />
    </Router>
  ));
  return { bringNext: () => coming.resolve({ default: NextPage }) };
};

/** Until what was chosen before has come to rest: what comes to rest later has. */
const atRest = (): Promise<void> =>
  createRoot(
    (dispose) =>
      new Promise((resolve) => {
        createAtRest(() => {
          dispose();
          resolve();
        })();
      }),
  );

beforeEach(() => history.replaceState(null, "", "/list"));
afterEach(() => history.replaceState(null, "", "/"));

it("does not call a person back who follows a link right after choosing, while the page behind it comes", async () => {
  const user = userEvent.setup();
  const { bringNext } = openList();
  await user.click(screen.getByRole("button", { name: "Team" }));
  await user.click(screen.getByRole("link", { name: "On" }));
  await atRest();
  bringNext();
  expect(await screen.findByRole("heading", { name: "Next" })).toBeDefined();
  await waitFor(() => expect(location.pathname).toBe("/next"));
});

it("does not either for what is chosen while that page comes", async () => {
  const user = userEvent.setup();
  const { bringNext } = openList();
  await user.click(screen.getByRole("link", { name: "On" }));
  await user.click(screen.getByRole("button", { name: "Team" }));
  await atRest();
  bringNext();
  expect(await screen.findByRole("heading", { name: "Next" })).toBeDefined();
});

it("has what was chosen last to go back to", async () => {
  const user = userEvent.setup();
  const { bringNext } = openList();
  bringNext();
  await user.click(screen.getByRole("button", { name: "Team" }));
  await user.click(screen.getByRole("link", { name: "On" }));
  await screen.findByRole("heading", { name: "Next" });
  history.back();
  expect(await screen.findByRole("heading", { name: "List team" })).toBeDefined();
  await waitFor(() => expect(location.search).toBe("?who=team"));
});

it("has a new place to go back to, and the one before it behind that, also for who leaves right after choosing", async () => {
  const user = userEvent.setup();
  const { bringNext } = openList();
  bringNext();
  await user.click(screen.getByRole("button", { name: "Team" }));
  await user.click(screen.getByRole("button", { name: "Day" }));
  await user.click(screen.getByRole("link", { name: "On" }));
  await screen.findByRole("heading", { name: "Next" });
  history.back();
  await screen.findByRole("heading", { name: "List day" });
  history.back();
  await waitFor(() => expect(location.search).toBe("?who=team"));
});
