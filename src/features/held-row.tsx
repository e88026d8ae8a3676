import { type JSX, Match, Switch } from "solid-js";
import { type AllotmentRecord, freeAllottedTimes } from "#domain/allotted.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { standingOf } from "#domain/promise.ts";
import { useLocale } from "#i18n/locale.ts";
import { Badge } from "#ui/badge.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { standingFrom } from "./appointment-view.ts";
import { createNow, useEnvironment, useStanding } from "./environment.tsx";

/** Times that are held for a device: until when, how many are left, and whether they are certain. */
export const HeldRow = (props: {
  readonly allotment: AllotmentRecord;
  readonly href?: string;
  readonly trailing?: JSX.Element;
}) => {
  const { store } = useEnvironment();
  const { texts, formats } = useLocale();
  const sorted = useStanding();
  const now = createNow();
  const values = () => props.allotment.values;
  const isOwn = () => values().holder === store.identity.device;
  const left = () => {
    const { start, adviser } = values().slot;
    const taken = standingFrom(sorted(), start, adviser).map((one) => one.values.slot);
    return freeAllottedTimes(props.allotment, taken, now()).length;
  };
  const subtitle = () => {
    const { start, end } = values().slot;
    const day = formats().dayShort(toLocalDate(start), toLocalDate(now()));
    const span = `${day} ${texts().common.at(formats().span(start, end))}`;
    return isOwn() ? `${span} · ${texts().holding.left(left())}` : span;
  };
  const standing = () => standingOf(values().slot, values().promise);
  return (
    <ListRow
      title={values().label || texts().holding.listTitle}
      subtitle={subtitle()}
      href={props.href}
      trailing={props.trailing}
      tone={standing() === "clash" ? "broken" : "plain"}
      badges={
        <Switch>
          <Match when={!isOwn()}>
            <Badge tone="neutral">{texts().holding.elsewhere}</Badge>
          </Match>
          <Match when={standing() === "held"}>
            <Badge tone="certain">{texts().slots.guaranteed}</Badge>
          </Match>
          <Match when={standing() === "clash"}>
            <Badge tone="broken">{texts().holding.clash}</Badge>
          </Match>
          <Match when={standing() === "tentative"}>
            <Badge tone="waiting">{texts().holding.tentative}</Badge>
          </Match>
        </Switch>
      }
    />
  );
};
