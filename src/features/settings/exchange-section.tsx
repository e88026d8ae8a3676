import { Show } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import { Card } from "#ui/card.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { ClockNotice } from "#features/parts/exchange/clock-notice.tsx";
import { createNow, createUnsentSaves, useEnvironment } from "../environment.tsx";
import { ExchangeLine } from "#features/parts/exchange/exchange-line.tsx";

/** What has gone out, when, and whether the device's clock is right. */
export const ExchangeSection = () => {
  const { store, status } = useEnvironment();
  const { texts, formats } = useLocale();
  const unsent = createUnsentSaves();
  const now = createNow();
  const mark = () => {
    // The mark is renewed by an exchange, and an exchange changes the status.
    status();
    unsent();
    return store.exchange.last();
  };
  const last = () => {
    const at = mark()?.at;
    if (at === undefined) return texts().settings.neverYet;
    return texts().settings.last(formats().moment(at, now()));
  };
  return (
    <section class="stack" aria-labelledby="exchange">
      <SectionTitle id="exchange">{texts().settings.exchange}</SectionTitle>
      <Card>
        <div class="stack" data-gap="tight">
          <ExchangeLine />
          <Show when={unsent() > 0}>
            <p>{texts().settings.unsent(unsent())}</p>
          </Show>
          <p>{last()}</p>
        </div>
      </Card>
      <ClockNotice />
    </section>
  );
};
