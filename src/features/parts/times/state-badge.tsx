import { Show } from "solid-js";
import { useStartLocale } from "#i18n/locale.ts";
import { wordOf } from "#i18n/words.ts";
import { Badge } from "#ui/badge.tsx";
import type { Tone } from "#ui/tone.ts";
import type { AppointmentRecord } from "./appointment-view.ts";

const tones: Readonly<Record<string, Tone>> = {
  arrived: "certain",
  "no-show": "waiting",
  done: "neutral",
  cancelled: "neutral",
};

/** What became of a time, beside it in a list; nothing while it is simply agreed. */
export const StateBadge = (props: { readonly appointment: AppointmentRecord }) => {
  const { texts } = useStartLocale();
  const status = () => props.appointment.values.status;
  return (
    <Show when={status() !== "booked"}>
      <Badge tone={tones[status()] ?? "neutral"}>
        {wordOf(texts().words.status, status()).toLowerCase()}
      </Badge>
    </Show>
  );
};
