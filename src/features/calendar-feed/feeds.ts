import { type Accessor, createSignal } from "solid-js";
import type { TransportFailure } from "#sync/transport.ts";
import type { CalendarFeed, CalendarFeeds } from "#sync/calendar-feeds.ts";
import { useEnvironment } from "../environment.tsx";

/** The member's feeds as the page has heard of them. */
export type FeedsModel = {
  /** `null` until the endpoint has answered. */
  readonly feeds: Accessor<readonly CalendarFeed[] | null>;
  /** The address that was just told, and the feed it belongs to. */
  readonly told: Accessor<string | null>;
  readonly failure: Accessor<TransportFailure | null>;
  readonly isBusy: Accessor<boolean>;
  /** Asks once more for the list. */
  readonly load: () => Promise<boolean>;
  /** Does something about feeds; whether it was done. */
  readonly ask: (
    work: (feeds: CalendarFeeds) => ReturnType<CalendarFeeds["list"]>,
  ) => Promise<boolean>;
};

export const createFeeds = (): FeedsModel => {
  const { calendarFeeds } = useEnvironment();
  const [feeds, setFeeds] = createSignal<readonly CalendarFeed[] | null>(null);
  const [told, setTold] = createSignal<string | null>(null);
  const [failure, setFailure] = createSignal<TransportFailure | null>(null);
  const [isBusy, setBusy] = createSignal(false);
  const ask: FeedsModel["ask"] = async (work) => {
    if (isBusy()) return false;
    setBusy(true);
    setFailure(null);
    setTold(null);
    const answer = await work(calendarFeeds);
    setBusy(false);
    if (!answer.ok) {
      setFailure(answer.failure);
      return false;
    }
    setFeeds(answer.value.feeds);
    setTold(answer.value.address);
    return true;
  };
  const load = () => ask((all) => all.list());
  void load();
  return { feeds, told, failure, isBusy, load, ask };
};
