import { makeOpId } from "#domain/ids.ts";
import type { Chance } from "#domain/chance.ts";
import { throwLater } from "#store/defect.ts";
import { makeListeners } from "#store/listeners.ts";
import type { Wish } from "./state.ts";
import type { SyncStatus } from "./status.ts";

/** The part of the leading tab that the others have to do with. */
export type Leader = {
  status(): SyncStatus;
  want(wish: Wish): void;
  /** Calls `listener` after every change of the status; returns how to stop. */
  subscribe(listener: () => void): () => void;
};

/** One tab's place among those of its browser that share one exchange, which one of them leads. */
export type ExchangeTabs = {
  /** How the exchange stands, also where another tab leads it; `settled` until that one has answered. */
  status(): SyncStatus;
  /** Calls `listener` after every change of the status; returns how to stop. */
  subscribe(listener: () => void): () => void;
  /** An exchange is wanted, whichever tab leads. */
  want(wish: Wish): void;
  /** Whether somebody looks at one of the tabs: what a leader that lies behind them goes by. */
  isVisible(): boolean;
  /** From now on this tab leads. */
  lead(leader: Leader): void;
  /** Leaves the others: a tab that leads has to have ended its exchange. */
  close(): void;
};

/** What the tabs are joined with. `isVisible` is about this tab; `page` tells of its changes, and when it goes away. */
export type ExchangeTabsParts = {
  readonly channel: Pick<BroadcastChannel, "postMessage" | "addEventListener" | "close">;
  readonly page: Pick<EventTarget, "addEventListener" | "removeEventListener">;
  readonly isVisible: () => boolean;
  readonly chance: Chance;
};

type Message =
  /** From the leader: how the exchange stands. */
  | { readonly kind: "status"; readonly status: SyncStatus }
  /** From a tab that has just come: whoever leads tells how it stands. */
  | { readonly kind: "came" }
  /** From a tab that has begun to lead: the others tell whether they are seen. */
  | { readonly kind: "led" }
  | { readonly kind: "wish"; readonly wish: Wish }
  | { readonly kind: "seen"; readonly tab: string; readonly isVisible: boolean };

/**
 * Joins the tabs of one browser that have the same store open. A tab that was killed may count as visible until the leader
 * ends: then the leader exchanges at the pace of a screen that is looked at, and nothing else comes of it.
 */
export const joinExchangeTabs = (parts: ExchangeTabsParts): ExchangeTabs => {
  const { channel, page, chance } = parts;
  const self = makeOpId(chance);
  const listeners = makeListeners<void>(throwLater);
  const visible = new Set<string>();
  let leader: Leader | null = null;
  let told: SyncStatus = { kind: "settled" };
  let leave: () => void = () => undefined;

  const say = (message: Message) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no target origin
    channel.postMessage(message);
  };
  const tellStatus = () => {
    if (leader !== null) say({ kind: "status", status: leader.status() });
  };
  const tellSeen = (isVisible = parts.isVisible()) => {
    say({ kind: "seen", tab: self, isVisible });
  };
  const hear = (message: Message) => {
    switch (message.kind) {
      case "status":
        told = message.status;
        listeners.tell();
        return;
      case "came":
        tellStatus();
        return;
      case "led":
        tellSeen();
        return;
      case "wish":
        leader?.want(message.wish);
        return;
      case "seen":
        if (message.isVisible) visible.add(message.tab);
        else visible.delete(message.tab);
        return;
      default:
        message satisfies never;
    }
  };
  let isClosed = false;
  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (!isClosed) hear(data);
  });
  const onSight = () => tellSeen();
  const onGone = () => tellSeen(false);
  page.addEventListener("visibilitychange", onSight);
  page.addEventListener("pagehide", onGone);
  page.addEventListener("pageshow", onSight);
  say({ kind: "came" });
  tellSeen();

  return {
    status: () => leader?.status() ?? told,
    subscribe: listeners.add,
    want(wish) {
      if (leader === null) say({ kind: "wish", wish });
      else leader.want(wish);
    },
    isVisible: () => parts.isVisible() || visible.size > 0,
    lead(next) {
      leader = next;
      visible.clear();
      leave = next.subscribe(() => {
        tellStatus();
        listeners.tell();
      });
      say({ kind: "led" });
      tellStatus();
      listeners.tell();
    },
    close() {
      if (isClosed) return;
      tellSeen(false);
      isClosed = true;
      leave();
      page.removeEventListener("visibilitychange", onSight);
      page.removeEventListener("pagehide", onGone);
      page.removeEventListener("pageshow", onSight);
      channel.close();
    },
  };
};
