import { type JSX, Show } from "solid-js";
import { type AllotmentRecord, freeAllottedTimes } from "#domain/times/allotted.ts";
import { standingOf } from "#domain/times/promise.ts";
import { News } from "#features/parts/screen/news.tsx";
import { useLocale } from "#i18n/locale.ts";
import { ListRow } from "#ui/list-row.tsx";
import { createAround } from "#features/parts/times/appointment-row.tsx";
import { standingFrom, whereText } from "#features/parts/times/appointment-view.ts";
import { createNow, useEnvironment, useStanding } from "#features/environment.tsx";
import { heldSpan } from "./held-span.ts";
import { HeldBadge } from "#features/parts/times/held-badge.tsx";

/** Times that are held for a device: until when and where, how many are left, and whether they are certain. */
export const HeldRow = (props: {
  readonly allotment: AllotmentRecord;
  readonly isNew: boolean;
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
  const span = () => heldSpan(values(), now(), formats(), texts());
  const subtitle = () => {
    const where = whereText({ channel: "visit", slot: values().slot }, around(), texts());
    const when = values().label === "" ? "" : span();
    return [when, where, isOwn() ? texts().holding.left(left()) : ""].filter(Boolean).join(" · ");
  };
  const standing = () => standingOf(values().slot, values().promise);
  const newWords = () => {
    const { newTentative, newHeld, clash } = texts().holding;
    return { tentative: newTentative, held: newHeld, clash }[standing()];
  };
  return (
    <ListRow
      title={values().label || span()}
      subtitle={subtitle()}
      trailing={props.trailing}
      tone={standing() === "clash" ? "broken" : "plain"}
      badges={<HeldBadge allotments={[props.allotment]} />}
    >
      <Show when={props.isNew}>
        <News>
          <p>{newWords()}</p>
        </News>
      </Show>
    </ListRow>
  );
};
