import { createMemo, Show } from "solid-js";
import type { CalendarEvent } from "#domain/calendar/event.ts";
import { toLocalDate } from "#domain/local-time.ts";
import type { ClientWords } from "#i18n/client-words.ts";
import { makeFormats } from "#i18n/format.ts";
import type { LocaleCode } from "#i18n/language.ts";
import { useLocale } from "#i18n/locale.ts";
import { drawQr } from "#features/parts/screen/qr-drawing.ts";
import { qrText } from "./qr.ts";
import "./slip.css";

/** What is turned to the client and printed: the code, and the time in large letters, in the client's language. */
export const Slip = (props: {
  readonly event: CalendarEvent;
  readonly words: ClientWords;
  readonly language: LocaleCode;
}) => {
  const { texts } = useLocale();
  const drawing = createMemo(() => drawQr(qrText(props.event)));
  const formats = createMemo(() => makeFormats(props.language));
  const day = () => {
    const words = formats().dayLong(toLocalDate(props.event.start), toLocalDate(props.event.at));
    return words.charAt(0).toUpperCase() + words.slice(1);
  };
  const time = () => props.words.at(formats().span(props.event.start, props.event.end));
  const standing = () => {
    const { status } = props.event;
    return status === "confirmed" ? "" : props.words.standings[status];
  };
  const spoken = () => [standing(), day(), time(), props.event.location].filter(Boolean).join(", ");
  return (
    <section class="slip">
      <svg
        class="slip-code"
        role="img"
        aria-label={texts().handOver.code(spoken())}
        viewBox={`0 0 ${drawing().size} ${drawing().size}`}
        shape-rendering="crispEdges"
      >
        <path d={drawing().path} />
      </svg>
      <div class="slip-words" lang={props.language}>
        <Show when={standing()}>{(words) => <p class="slip-standing">{words()}</p>}</Show>
        <p class="slip-day">{day()}</p>
        <p class="slip-time">{time()}</p>
        <Show when={props.event.location}>{(place) => <p class="slip-place">{place()}</p>}</Show>
        <Show when={props.event.description}>{(who) => <p>{who()}</p>}</Show>
        <p class="slip-scan">{props.words.scan}</p>
      </div>
    </section>
  );
};
