import CircleCheck from "lucide-solid/icons/circle-check";
import CircleDashed from "lucide-solid/icons/circle-dashed";
import { Match, Switch } from "solid-js";
import { useStartLocale } from "#i18n/locale.ts";
import { Badge } from "#ui/badge.tsx";
import { QuietMark } from "#ui/quiet-mark.tsx";
import type { AppointmentRecord } from "./appointment-view.ts";
import { createTimeStanding } from "./time-standing.ts";

/** How an appointment's time stands, beside it in a list: a word where two bookings meet, else a small mark. */
export const TimeMark = (props: { readonly appointment: AppointmentRecord }) => {
  const { texts } = useStartLocale();
  const standing = createTimeStanding(() => props.appointment);
  return (
    <Switch fallback={<QuietMark icon={<CircleDashed />}>{texts().slots.tentative}</QuietMark>}>
      <Match when={standing() === "clash"}>
        <Badge tone="broken">{texts().slots.clash}</Badge>
      </Match>
      <Match when={standing() === "doubled"}>
        <Badge tone="waiting">{texts().slots.doubled}</Badge>
      </Match>
      <Match when={standing() === "guaranteed"}>
        <Badge tone="certain">{texts().slots.guaranteed}</Badge>
      </Match>
      <Match when={standing() === "held"}>
        <QuietMark icon={<CircleCheck />}>{texts().slots.held}</QuietMark>
      </Match>
    </Switch>
  );
};
