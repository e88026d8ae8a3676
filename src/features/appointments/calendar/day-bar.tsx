import CalendarDays from "lucide-solid/icons/calendar-days";
import ChevronLeft from "lucide-solid/icons/chevron-left";
import ChevronRight from "lucide-solid/icons/chevron-right";
import { createSignal, createUniqueId, type JSX, Show } from "solid-js";
import { isCalendarDay, type LocalDate } from "#domain/instant.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import "#ui/text-field.css";

/** Which day or week is shown, and the way to others: one back, one on, today, any. */
export const DayBar = (props: {
  readonly date: LocalDate;
  readonly isToday: boolean;
  readonly previousLabel: string;
  readonly nextLabel: string;
  readonly onStep: (direction: -1 | 1) => void;
  readonly onToday: () => void;
  readonly onChoose: (date: LocalDate) => void;
  /** The heading. */
  readonly children: JSX.Element;
}) => {
  const { texts } = useLocale();
  const id = createUniqueId();
  const [isPicking, setPicking] = createSignal(false);
  let input: HTMLInputElement | undefined;
  const toggle = () => {
    setPicking(!isPicking());
    input?.focus();
  };
  const pick = (date: string) => {
    // While a year is typed the browser passes through years like 0002.
    if (isCalendarDay(date)) props.onChoose(date);
  };
  return (
    <div class="day-bar">
      <IconButton label={props.previousLabel} onClick={() => props.onStep(-1)}>
        <ChevronLeft />
      </IconButton>
      <IconButton label={props.nextLabel} onClick={() => props.onStep(1)}>
        <ChevronRight />
      </IconButton>
      <div class="day-bar-heading">{props.children}</div>
      <Show when={!props.isToday}>
        <Button kind="quiet" onClick={() => props.onToday()}>
          {texts().calendar.today}
        </Button>
      </Show>
      <IconButton
        label={texts().calendar.chooseDay}
        expanded={isPicking()}
        controls={`${id}-day`}
        onClick={toggle}
      >
        <CalendarDays />
      </IconButton>
      <div id={`${id}-day`} class="day-bar-picker">
        <Show when={isPicking()}>
          <div class="text-box text-box-short">
            <input
              ref={(element) => (input = element)}
              class="text-box-input"
              type="date"
              aria-label={texts().calendar.chooseDay}
              value={props.date}
              onChange={(event) => pick(event.currentTarget.value)}
            />
          </div>
        </Show>
      </div>
    </div>
  );
};
