import { useLocale } from "#i18n/locale.ts";
import { StatusLine } from "#ui/status-line.tsx";
import { createNow, createUnsentSaves, useEnvironment } from "./environment.tsx";
import { exchangeSentence } from "./exchange-sentence.ts";

/** How the exchange stands, in words; pressing tries at once. */
export const ExchangeLine = () => {
  const { status, store, exchangeNow } = useEnvironment();
  const { texts, formats } = useLocale();
  const unsent = createUnsentSaves();
  const now = createNow();
  const sentence = () =>
    exchangeSentence(
      {
        status: status(),
        unsent: unsent(),
        last: store.exchange.last()?.at ?? null,
        now: now(),
      },
      texts().exchange,
      formats(),
    );
  const isWorthTrying = () => status().kind !== "exchanging" && sentence().tone !== "certain";
  return (
    <StatusLine
      text={sentence().text}
      tone={sentence().tone}
      action={
        isWorthTrying() ? { label: texts().exchange.tryNow, run: () => exchangeNow() } : undefined
      }
    />
  );
};
