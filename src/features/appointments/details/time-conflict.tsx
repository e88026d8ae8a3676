import { createSignal } from "solid-js";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { ConflictSheet } from "#features/parts/conflicts/conflict-sheet.tsx";
import type { ConflictRecord } from "#features/parts/conflicts/open-conflicts.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";

/** Says that two people agreed on different times, and opens both to choose from. */
export const TimeConflict = (props: {
  readonly conflict: ConflictRecord;
  readonly around: Around;
}) => {
  const { texts } = useLocale();
  const [isOpen, setOpen] = createSignal(false);
  return (
    <>
      <Notice
        tone="waiting"
        title={texts().slots.contestedTitle}
        action={<Button onClick={() => setOpen(true)}>{texts().slots.showBoth}</Button>}
      >
        {texts().slots.contestedText}
      </Notice>
      <ConflictSheet
        conflict={isOpen() ? props.conflict : null}
        around={props.around}
        onClose={() => setOpen(false)}
      />
    </>
  );
};
