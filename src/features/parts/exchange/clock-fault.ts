import { type Accessor, createSignal, onCleanup } from "solid-js";
import { minuteMs } from "#domain/instant.ts";
import { minutesOf } from "#i18n/format.ts";
import { useStartLocale } from "#i18n/locale.ts";
import { useEnvironment } from "#features/environment.tsx";

/** A clock that is off by more than this is worth telling. */
const limitMs = 2 * minuteMs;

/** What is wrong with the device's clock by the last exchange, in words; `null` when it is right as far as is known. */
export const createClockFault = (): Accessor<string | null> => {
  const { store } = useEnvironment();
  const { texts, formats } = useStartLocale();
  const [mark, setMark] = createSignal(store.exchange.last());
  onCleanup(
    store.ledger.subscribe((kinds) => {
      if (kinds.has("exchange")) setMark(() => store.exchange.last());
    }),
  );
  return () => {
    const aheadMs = mark()?.clockAheadMs ?? 0;
    if (Math.abs(aheadMs) <= limitMs) return null;
    const length = formats().length(minutesOf(aheadMs));
    return aheadMs > 0 ? texts().settings.clockAhead(length) : texts().settings.clockBehind(length);
  };
};
