import type { JSX } from "solid-js";
import { type AllotmentRecord, freeAllottedTimes } from "#domain/times/allotted.ts";
import { toLocalDate } from "#domain/local-time.ts";
import { standingOf } from "#domain/times/promise.ts";
import { useLocale } from "#i18n/locale.ts";
import { ListRow } from "#ui/list-row.tsx";
import { createAround } from "#features/parts/times/appointment-row.tsx";
import { standingFrom, whereText } from "#features/parts/times/appointment-view.ts";
import { createNow, useEnvironment, useStanding } from "#features/environment.tsx";
import { HeldBadge } from "#features/parts/times/held-badge.tsx";

/** Times that are held for a device: until when and where, how many are left, and whether they are certain. */
export const HeldRow = (props: {
  readonly allotment: AllotmentRecord;
  readonly trailing: JSX.Element;
}) => {
  const { store } = useEnvironment();
  const { texts, formats } = useLocale();
  const sorted = useStanding();
  const around = createAround();
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
    const where = whereText({ channel: "visit", slot: values().slot }, around(), texts());
    return [span, where, isOwn() ? texts().holding.left(left()) : ""].filter(Boolean).join(" · ");
  };
  const standing = () => standingOf(values().slot, values().promise);
  return (
    <ListRow
      title={values().label || texts().holding.listTitle}
      subtitle={subtitle()}
      trailing={props.trailing}
      tone={standing() === "clash" ? "broken" : "plain"}
      badges={<HeldBadge allotments={[props.allotment]} />}
    />
  );
};
