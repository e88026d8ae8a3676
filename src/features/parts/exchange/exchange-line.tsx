import { useStartLocale } from "#i18n/locale.ts";
import type { SyncStatus } from "#sync/status.ts";
import { StatusLine } from "#ui/status-line.tsx";
import {
  createAwaiting,
  createNow,
  createTray,
  createUnsentSaves,
  useEnvironment,
} from "#features/environment.tsx";
import { exchangeSentence } from "./exchange-sentence.ts";

/** How the exchange stands, in words; pressing tries at once. */
export const ExchangeLine = () => {
  const { status, store, exchangeNow } = useEnvironment();
  const { texts, formats } = useStartLocale();
  const unsent = createUnsentSaves();
  const awaitingEdits = createAwaiting();
  const awaiting = () => new Set(awaitingEdits().map(({ save }) => save)).size;
  const { entries } = createTray();
  const refused = () => entries()?.length ?? 0;
  const now = createNow();
  const sentence = () =>
    exchangeSentence(
      {
        status: status(),
        unsent: unsent(),
        awaiting: awaiting(),
        refused: refused(),
        last: store.exchange.last()?.at ?? null,
        now: now(),
      },
      texts().exchange,
      formats(),
    );
  /** Nothing is left that could be sent now, and trying again would change nothing. */
  const isToLookAt = () =>
    status().kind === "settled" && unsent() === awaiting() && refused() + awaiting() > 0;
  const isWorthTrying = () =>
    status().kind !== "exchanging" &&
    sentence().tone !== "certain" &&
    !isToLookAt() &&
    !isShutOut(status());
  return (
    <StatusLine
      text={sentence().text}
      tone={sentence().tone}
      link={isToLookAt() ? { label: texts().exchange.look, href: "/tray" } : undefined}
      action={
        isWorthTrying() ? { label: texts().exchange.tryNow, run: () => exchangeNow() } : undefined
      }
    />
  );
};

/** Trying again would change nothing: this device has been revoked. */
const isShutOut = (status: SyncStatus): boolean =>
  status.kind === "stopped" && status.reason === "device.revoked";
