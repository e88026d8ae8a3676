import { screen, within } from "@solidjs/testing-library";
import { beforeEach, describe, expect, it } from "vitest";
import { fail, ok } from "#domain/result.ts";
import type { CalendarFeed, CalendarFeeds } from "#sync/calendar-feeds.ts";
import type { TestDevice } from "../../support/device.ts";
import { thursdayMorning } from "../../support/platform.ts";
import { enrolAdviser } from "../../support/ui/device.ts";
import { openScreen } from "../../support/ui/screens.tsx";

const address = `https://katve.example/feed/${"a".repeat(32)}.ics`;

let device: TestDevice;
beforeEach(async () => {
  device = await enrolAdviser();
});

/** An endpoint's list of feeds, in memory; `code` is what it fails with. */
const makeFeeds = (...labels: readonly string[]) => {
  const asked: unknown[] = [];
  type Code = "network.offline" | "feed.too_many" | "requests.too_many";
  const state = { code: null as Code | null };
  const feedOf = (label: string): CalendarFeed => ({
    id: label,
    label,
    names: false,
    made: thursdayMorning,
    read: null,
  });
  let feeds = labels.map(feedOf);
  const answer = async (told: string | null) =>
    state.code === null
      ? ok({ feeds, address: told })
      : fail(
          state.code === "network.offline"
            ? { code: state.code }
            : { code: state.code, endpointNow: thursdayMorning, retryAfterMs: 700_000 },
        );
  const calendarFeeds: CalendarFeeds = {
    list: () => answer(null),
    make: (feed) => {
      asked.push(feed);
      if (state.code === null) feeds = [...feeds, feedOf(feed.label)];
      return answer(address);
    },
    renew: (id) => {
      asked.push(id);
      return answer(address);
    },
    revoke: (id) => {
      feeds = feeds.filter((feed) => feed.id !== id);
      return answer(null);
    },
  };
  return { calendarFeeds, asked, state };
};

const open = (feeds = makeFeeds()) => ({
  ...feeds,
  ...openScreen("/calendar-feed", device, undefined, {
    calendarFeeds: feeds.calendarFeeds,
  }),
});

describe("the page of calendar addresses", () => {
  it("is reached from the settings", async () => {
    const { user, path } = openScreen("/settings", device);
    await user.click(screen.getByRole("link", { name: "Ajat omaan kalenteriin" }));
    expect(path()).toBe("/calendar-feed");
  });

  it("makes a neutral address unless one says otherwise, and shows it to be copied and subscribed to", async () => {
    const { user, asked } = open();
    await screen.findByText("Yhtään osoitetta ei ole vielä tehty.");
    await user.type(screen.getByLabelText(/Mihin kalenteriin/), "Työn Outlook");
    await user.click(screen.getByRole("button", { name: "Tee osoite" }));
    expect(asked).toEqual([{ label: "Työn Outlook", language: "fi", names: false }]);
    expect(await screen.findByLabelText("Salainen osoite")).toHaveProperty("value", address);
    expect(screen.getByRole("link", { name: "Tilaa tällä laitteella" })).toHaveProperty(
      "href",
      address.replace("https:", "webcal:"),
    );
    await user.click(screen.getByRole("button", { name: "Näytä QR-koodina" }));
    expect(screen.getByRole("img", { name: "QR-koodi, jossa on osoite" })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Kopioi osoite" }));
    expect(await screen.findByText("Osoite kopioitu.")).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe(address);
    expect(screen.getByText(/^ei nimiä · tehty .*9\.00 · ei vielä luettu$/)).toBeTruthy();
  });

  it("asks before an address is changed, and before it ends", async () => {
    const { user, asked } = open(makeFeeds("Työn Outlook"));
    await user.click(await screen.findByRole("button", { name: "Vaihda osoite" }));
    const renewing = await screen.findByRole("alertdialog", { name: "Vaihdetaanko osoite?" });
    expect(asked).toEqual([]);
    await user.click(within(renewing).getByRole("button", { name: "Vaihda osoite" }));
    expect(await screen.findByLabelText("Salainen osoite")).toHaveProperty("value", address);
    expect(asked).toEqual(["Työn Outlook"]);
    await user.click(await screen.findByRole("button", { name: "Poista" }));
    const revoking = await screen.findByRole("alertdialog", { name: "Poistetaanko osoite?" });
    await user.click(within(revoking).getByRole("button", { name: "Poista" }));
    expect(await screen.findByText("Osoite poistettu.")).toBeTruthy();
    expect(screen.queryByText("Työn Outlook")).toBeNull();
    expect(screen.queryByLabelText("Salainen osoite")).toBeNull();
  });

  it("says what stands in the way, and tries again", async () => {
    const feeds = makeFeeds("Kotikone");
    feeds.state.code = "network.offline";
    const { user } = open(feeds);
    expect((await screen.findByRole("alert")).textContent).toContain("tarvitaan yhteys");
    const list = "Käytössä olevat osoitteet";
    expect(screen.queryByRole("heading", { name: list })).toBeNull();
    feeds.state.code = null;
    await user.click(screen.getByRole("button", { name: "Yritä nyt" }));
    expect(await screen.findByText("Kotikone")).toBeTruthy();
    expect(screen.getByRole("heading", { name: list })).toBeTruthy();
    feeds.state.code = "feed.too_many";
    await user.click(screen.getByRole("button", { name: "Tee osoite" }));
    expect((await screen.findByRole("alert")).textContent).toContain("niin monta kuin voi olla");
    feeds.state.code = "requests.too_many";
    await user.click(screen.getByRole("button", { name: "Tee osoite" }));
    expect(await screen.findByText(/Uuden voi tehdä 12 min kuluttua\./)).toBeTruthy();
  });

  it("takes no personal identity code as a name", async () => {
    const { user, asked } = open();
    await user.type(screen.getByLabelText(/Mihin kalenteriin/), "131052-308T");
    await user.click(screen.getByRole("button", { name: "Tee osoite" }));
    expect(screen.getByText(/Tekstissä on henkilötunnus/)).toBeTruthy();
    expect(asked).toEqual([]);
  });
});
