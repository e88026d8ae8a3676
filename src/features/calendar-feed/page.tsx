import { For, Show } from "solid-js";
import { networkFailureCodes } from "#domain/failure.ts";
import { minuteMs } from "#domain/instant.ts";
import { useLocale } from "#i18n/locale.ts";
import type { TransportFailure } from "#sync/transport.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { TwoColumns } from "#ui/two-columns.tsx";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { News } from "#features/parts/screen/news.tsx";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { Address } from "./address.tsx";
import { FeedRow } from "./feed-row.tsx";
import { createFeeds } from "./feeds.ts";
import { MakeForm } from "./make-form.tsx";

/** The adviser's times for the adviser's own calendar programs: making an address, and what becomes of those there are. */
export const CalendarFeedPage = () => {
  const { texts, formats } = useLocale();
  const model = createFeeds();
  const words = () => texts().calendarFeed;
  const isAway = () => networkFailureCodes.some((code) => code === model.failure()?.code);
  const sentenceOf = (failure: TransportFailure) => {
    if (isAway()) return words().needsConnection;
    const waitMs = "retryAfterMs" in failure ? failure.retryAfterMs : undefined;
    return failure.code === "requests.too_many" && waitMs !== undefined
      ? words().tooMany(formats().length(Math.ceil(waitMs / minuteMs)))
      : texts().failures[failure.code];
  };
  createScreenTitle(() => words().title);
  createHeadingFocus();
  return (
    <>
      <PageHeader
        back={{ href: "/settings", label: texts().settings.title }}
        title={words().title}
      />
      <p>{words().text}</p>
      <Show when={model.failure()}>
        {(failure) => (
          <Notice
            tone={isAway() ? "waiting" : "broken"}
            urgent
            action={<Button onClick={() => void model.load()}>{texts().exchange.tryNow}</Button>}
          >
            {sentenceOf(failure())}
          </Notice>
        )}
      </Show>
      <Show when={model.told()} keyed>
        {(address) => (
          <News>
            <Address address={address} />
          </News>
        )}
      </Show>
      <TwoColumns side={<MakeForm model={model} />}>
        <section
          class="stack"
          data-gap="tight"
          aria-labelledby="feeds"
          // Which there are is known to the endpoint alone: a heading over nothing would look like none.
          hidden={model.feeds() === null && model.failure() !== null}
        >
          <SectionTitle id="feeds">{words().listTitle}</SectionTitle>
          <div role="status">
            <Show when={model.feeds() === null && model.failure() === null}>
              <p>{words().loading}</p>
            </Show>
            <Show when={model.feeds()?.length === 0}>
              <p>{words().none}</p>
            </Show>
          </div>
          <Show when={(model.feeds()?.length ?? 0) > 0}>
            <RowList look="joined" label={words().listTitle}>
              <For each={model.feeds()}>{(feed) => <FeedRow feed={feed} model={model} />}</For>
            </RowList>
          </Show>
        </section>
      </TwoColumns>
    </>
  );
};
