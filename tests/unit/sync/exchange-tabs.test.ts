import { describe, expect, test } from "vitest";
import { toInstant } from "#domain/instant.ts";
import { type ExchangeTabs, joinExchangeTabs, type Leader } from "#sync/exchange-tabs.ts";
import type { Wish } from "#sync/state.ts";
import type { SyncStatus } from "#sync/status.ts";
import { makeSeededChance } from "../../support/platform.ts";

const offline: SyncStatus = {
  kind: "waiting",
  reason: "network.offline",
  retryAt: toInstant(1_000),
};

/** Tabs of one browser; what one says, the others hear at once. */
const makeBrowser = () => {
  const channels = new Set<EventTarget>();
  let seed = 0;
  return (isSeen: boolean) => {
    const page = new EventTarget();
    const own = new EventTarget();
    channels.add(own);
    const tab = { isSeen, page, tabs: null as unknown as ExchangeTabs };
    tab.tabs = joinExchangeTabs({
      channel: {
        postMessage: (data: unknown) => {
          for (const other of channels) {
            if (other !== own) other.dispatchEvent(new MessageEvent("message", { data }));
          }
        },
        addEventListener: own.addEventListener.bind(own),
        close: () => channels.delete(own),
      },
      page,
      isVisible: () => tab.isSeen,
      chance: makeSeededChance((seed += 1)),
    });
    return tab;
  };
};

const makeLeader = (first: SyncStatus = { kind: "settled" }) => {
  const listeners = new Set<() => void>();
  const wishes: Wish[] = [];
  let status = first;
  const leader: Leader = {
    status: () => status,
    want: (wish) => wishes.push(wish),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    leader,
    wishes,
    come(next: SyncStatus) {
      status = next;
      for (const listener of listeners) listener();
    },
  };
};

describe("a tab that does not lead the exchange", () => {
  test("says how it stands as the leading one does, from the start and after every change", () => {
    const open = makeBrowser();
    const { leader, come } = makeLeader(offline);
    open(true).tabs.lead(leader);
    const { tabs } = open(false);
    expect(tabs.status()).toEqual(offline);
    const seen: SyncStatus[] = [];
    tabs.subscribe(() => seen.push(tabs.status()));
    come({ kind: "exchanging" });
    come({ kind: "settled" });
    expect(seen).toEqual([{ kind: "exchanging" }, { kind: "settled" }]);
  });

  test("passes on what a person and the browser wish for", () => {
    const open = makeBrowser();
    const { leader, wishes } = makeLeader();
    const first = open(true);
    first.tabs.lead(leader);
    const { tabs } = open(false);
    tabs.want("person");
    first.tabs.want("signal");
    expect(wishes).toEqual(["person", "signal"]);
  });

  test("knows how it stands when another one takes over, and leads itself after that", () => {
    const open = makeBrowser();
    const [first, second, third] = [open(true), open(false), open(false)];
    first.tabs.lead(makeLeader(offline).leader);
    first.tabs.close();
    second.tabs.lead(makeLeader({ kind: "exchanging" }).leader);
    expect(third.tabs.status()).toEqual({ kind: "exchanging" });
    const { leader, wishes } = makeLeader();
    second.tabs.close();
    third.tabs.lead(leader);
    third.tabs.want("person");
    expect(third.tabs.status()).toEqual({ kind: "settled" });
    expect(wishes).toEqual(["person"]);
  });
});

describe("a leading tab behind the others", () => {
  test("counts as seen while one of them is", () => {
    const open = makeBrowser();
    const behind = open(false);
    behind.tabs.lead(makeLeader().leader);
    expect(behind.tabs.isVisible()).toBe(false);
    const front = open(true);
    expect(behind.tabs.isVisible()).toBe(true);
    front.isSeen = false;
    front.page.dispatchEvent(new Event("visibilitychange"));
    expect(behind.tabs.isVisible()).toBe(false);
    front.isSeen = true;
    front.page.dispatchEvent(new Event("visibilitychange"));
    expect(behind.tabs.isVisible()).toBe(true);
    front.page.dispatchEvent(new Event("pagehide"));
    expect(behind.tabs.isVisible()).toBe(false);
    front.page.dispatchEvent(new Event("pageshow"));
    front.tabs.close();
    expect(behind.tabs.isVisible()).toBe(false);
  });

  test("asks who is seen when it begins to lead, and forgets whom it was told of before", () => {
    const open = makeBrowser();
    const gone = open(true);
    const behind = open(false);
    gone.isSeen = false;
    behind.tabs.lead(makeLeader().leader);
    expect(behind.tabs.isVisible()).toBe(false);
    gone.isSeen = true;
    behind.tabs.close();
    const next = open(false);
    next.tabs.lead(makeLeader().leader);
    expect(next.tabs.isVisible()).toBe(true);
  });
});
