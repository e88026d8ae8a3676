import CircleAlert from "lucide-solid/icons/circle-alert";
import CircleCheck from "lucide-solid/icons/circle-check";
import CircleDashed from "lucide-solid/icons/circle-dashed";
import CloudUpload from "lucide-solid/icons/cloud-upload";
import Copy from "lucide-solid/icons/copy";
import TriangleAlert from "lucide-solid/icons/triangle-alert";
import { type JSX, Match, Show, Switch } from "solid-js";
import type { AppointmentRecord } from "#features/parts/times/appointment-view.ts";
import { createTimeStanding } from "#features/parts/times/time-standing.ts";
import { useStartLocale } from "#i18n/locale.ts";
import type { Tone } from "#ui/tone.ts";
import "#ui/tone.css";
import "./block-marks.css";

/** What should be known of a time on the calendar: icons, with their words beside them where a block has room. */
export const BlockMarks = (props: {
  readonly appointment: AppointmentRecord;
  readonly isContested: boolean;
  readonly isUnsent: boolean;
}) => {
  const { texts } = useStartLocale();
  const standing = createTimeStanding(() => props.appointment);
  return (
    <>
      <Show when={props.isContested}>
        <BlockMark icon={<CircleAlert />} tone="broken" words={texts().common.conflict} />
      </Show>{" "}
      <Switch>
        <Match when={standing() === "clash"}>
          <BlockMark icon={<TriangleAlert />} tone="broken" words={texts().slots.clash} />
        </Match>
        <Match when={standing() === "doubled"}>
          <BlockMark icon={<Copy />} tone="waiting" words={texts().slots.doubled} />
        </Match>
        <Match when={standing() === "guaranteed"}>
          <BlockMark icon={<CircleCheck />} tone="certain" words={texts().slots.guaranteed} />
        </Match>
        <Match when={standing() === "held"}>
          <BlockMark icon={<CircleCheck />} words={texts().slots.held} />
        </Match>
        <Match when={standing() === "tentative"}>
          <BlockMark icon={<CircleDashed />} words={texts().slots.tentative} />
        </Match>
      </Switch>{" "}
      <Show when={props.isUnsent}>
        <BlockMark icon={<CloudUpload />} tone="waiting" words={texts().common.unsent} />
      </Show>
    </>
  );
};

/** Without a tone it is what is usual: the words are only heard. */
const BlockMark = (props: {
  readonly icon: JSX.Element;
  readonly tone?: Tone;
  readonly words: string;
}) => (
  <span class="block-mark" data-tone={props.tone} title={props.words}>
    {props.icon}
    <span class="block-mark-words">{props.words}</span>
  </span>
);
