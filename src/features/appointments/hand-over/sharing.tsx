import { createEffect, createMemo, createSignal, on, Show } from "solid-js";
import type { CalendarEvent } from "#domain/calendar/event.ts";
import { toIcalendarFile } from "#domain/calendar/icalendar.ts";
import { toLocalDate } from "#domain/local-time.ts";
import type { HandOver } from "#features/parts/screen/file-hand-over.ts";
import type { ClientWords } from "#i18n/client-words.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import "#features/parts/screen/choices.css";

/** The other ways a time leaves: as a file by the share sheet or the downloads, and on paper. */
export const Sharing = (props: {
  readonly event: CalendarEvent;
  readonly words: ClientWords;
  readonly handOver: HandOver;
}) => {
  const { texts } = useLocale();
  const [said, setSaid] = createSignal("");
  const file = createMemo(() => {
    const name = props.words.fileName(toLocalDate(props.event.start));
    return new File([toIcalendarFile(props.event)], name, { type: "text/calendar" });
  });
  // What was said of another file is not true of this one.
  createEffect(on(file, () => setSaid(""), { defer: true }));
  const share = async () => {
    setSaid("");
    const outcome = await props.handOver.share(file());
    if (outcome === "refused") setSaid(texts().handOver.shareFailed);
  };
  const save = () => {
    props.handOver.save(file());
    setSaid(texts().handOver.savedFile);
  };
  return (
    <section class="stack" data-gap="tight" aria-label={texts().handOver.otherWays}>
      <div class="choices">
        <Show when={props.handOver.canShare(file())}>
          <Button onClick={() => void share()}>{texts().handOver.share}</Button>
        </Show>
        <Button onClick={save}>{texts().handOver.save}</Button>
        <Button onClick={() => window.print()}>{texts().handOver.print}</Button>
      </div>
      <p role="status">{said()}</p>
    </section>
  );
};
