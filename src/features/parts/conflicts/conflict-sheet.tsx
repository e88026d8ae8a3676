import { createMemo, createSignal, For, Show } from "solid-js";
import type { Instant } from "#domain/instant.ts";
import { isSameJson, type Json } from "#domain/json.ts";
import { type ChoiceCode, isOpenConflict } from "#domain/kinds/conflict.ts";
import type { RecordState } from "#domain/record.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { ButtonLink } from "#ui/button-link.tsx";
import { Compare, type CompareSide } from "#ui/compare.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { Notice } from "#ui/notice.tsx";
import type { Around } from "#features/parts/times/appointment-view.ts";
import { authorText } from "./author-text.ts";
import { closingText } from "./closing-text.ts";
import { createNow, createShown, useEnvironment } from "#features/environment.tsx";
import { fieldWord, replacingVerb } from "#features/parts/values/field-edits.ts";
import { keepFocus } from "#features/parts/screen/focus.ts";
import type { ConflictRecord } from "./open-conflicts.ts";
import { leaveWithRecord } from "#features/parts/values/message-about.ts";
import { recordTitle } from "#features/parts/values/record-title.ts";
import { createConflictGroups } from "./conflict-groups.ts";
import { presentValue } from "./present-value.ts";
import { choicesFor, settleConflicts } from "./settle-conflict.ts";
import { hunksOf } from "./text-hunks.ts";
import { showUndoable } from "#features/parts/values/undo-toast.ts";
import { slotPieces } from "#features/parts/times/slot-parts.ts";
import { valueText } from "#features/parts/values/value-text.ts";
import "#features/parts/screen/choices.css";

/** What two people wrote without seeing each other, for somebody to decide. Closed ones only tell what was decided. */
export const ConflictSheet = (props: {
  readonly conflict: ConflictRecord | null;
  readonly around: Around;
  readonly onClose: () => void;
  /** Takes the focus once it is settled, else the heading does. */
  readonly next?: () => HTMLElement | null;
  /** It is opened beside the others that one decision can settle with it: nothing leads to them. */
  readonly isListed?: boolean;
}) => (
  <Show when={props.conflict}>
    {(conflict) => (
      <Sheet
        conflict={conflict()}
        around={props.around}
        onClose={() => props.onClose()}
        next={() => props.next?.() ?? null}
        isListed={props.isListed === true}
      />
    )}
  </Show>
);

type SheetProps = {
  readonly conflict: ConflictRecord;
  readonly around: Around;
  readonly onClose: () => void;
  readonly next: () => HTMLElement | null;
  readonly isListed: boolean;
};

const Sheet = (props: SheetProps) => {
  const { store, clock, toasts } = useEnvironment();
  const { texts, formats } = useLocale();
  const now = createNow();
  const [isBusy, setBusy] = createSignal(false);
  const words = () => ({
    texts: texts(),
    formats: formats(),
    around: props.around,
    now: now(),
  });
  const values = () => props.conflict.values;
  const shown = createShown(() => values().record);
  const title = () => texts().conflicts.title(fieldWord(values().field, texts(), shown()?.kind));
  const about = () => {
    const { name, time } = recordTitle(shown(), words());
    return [name, time].filter(Boolean).join(", ");
  };
  const groups = createConflictGroups();
  /** How many one decision can settle, with this one. */
  const together = () =>
    groups().find((group) => group.some(({ id }) => id === props.conflict.id))?.length ?? 1;
  const choices = createMemo(() => (isOpenConflict(values()) ? choicesFor(shown(), values()) : []));

  const settle = async (choice: ChoiceCode) => {
    if (isBusy()) return;
    setBusy(true);
    // The words of the moment of pressing: the sheet may be gone afterwards.
    const said = texts();
    const { settled, undone } = said.conflicts;
    const { record } = values();
    const name = recordTitle(shown(), words()).name;
    const done = settled(`${name}, ${fieldWord(values().field, said, shown()?.kind)}`);
    const outcome = await settleConflicts(store, clock, [props.conflict], choice);
    setBusy(false);
    const toast = showUndoable(toasts, said, outcome, { done, undone });
    leaveWithRecord(toasts, store.ledger, toast, record);
    if (!outcome.ok) return;
    const next = props.next();
    props.onClose();
    // The mark that led here is gone with the conflict.
    queueMicrotask(() => keepFocus(next));
  };

  return (
    <Dialog
      open
      onClose={() => props.onClose()}
      title={title()}
      description={about()}
      closeLabel={texts().conflicts.close}
      footer={
        <Show when={choices().length > 0}>
          <For each={choices()}>
            {(choice) => (
              <Button onClick={() => void settle(choice)}>
                {texts().conflicts.choices[choice]}
              </Button>
            )}
          </For>
        </Show>
      }
    >
      <p>
        {isOpenConflict(values())
          ? texts().conflicts.explanation
          : closingText(values().closed, store.identity.member, words())}
      </p>
      <Versions conflict={props.conflict} shown={shown()} words={words()} />
      <Show when={!props.isListed && together() > 1}>
        <p>{texts().conflicts.sameInSeries(together())}</p>
        <div class="choices">
          <ButtonLink href="/conflicts">{texts().conflicts.toGroup}</ButtonLink>
        </div>
      </Show>
      <Show when={isOpenConflict(values()) && choices().length === 1}>
        <Notice tone="waiting">{texts().conflicts.otherVersion}</Notice>
      </Show>
    </Dialog>
  );
};

/** Both values, each with who wrote it and when; of two texts only the places where they differ. */
const Versions = (props: {
  readonly conflict: ConflictRecord;
  readonly shown: RecordState | null;
  readonly words: Parameters<typeof valueText>[2];
}) => {
  const values = () => props.conflict.values;
  const present = () => presentValue(props.shown, values());
  const isText = () => {
    const { field, lost } = values();
    const verb = replacingVerb(props.shown, field);
    return verb === "text" && typeof lost === "string" && typeof present() === "string";
  };
  const { member } = useEnvironment().store.identity;
  const wrote = (by: string, at: number) => {
    return at === 0 ? undefined : authorText(by, at as Instant, member, props.words);
  };
  const one = (): CompareSide => {
    const { texts } = props.words;
    const { kept, keptBy, keptAt } = values();
    const isUnchanged = isSameJson(present(), kept);
    return {
      title: texts.conflicts.present,
      note: isUnchanged ? wrote(keptBy, keptAt) : texts.conflicts.changedSince,
      pieces: inWords(present(), values().lost),
    };
  };
  const other = (): CompareSide => ({
    title: props.words.texts.conflicts.other,
    note: wrote(values().lostBy, values().lostAt),
    pieces: inWords(values().lost, present()),
  });
  const inWords = (value: Json, against: Json): CompareSide["pieces"] => {
    const { field } = values();
    const ofSlot = field === "slot" ? slotPieces(value, against, props.words) : null;
    return ofSlot ?? [{ text: valueText(field, value, props.words) }];
  };
  const hunks = createMemo(() =>
    isText() ? hunksOf(present() as string, values().lost as string) : [],
  );
  const piecesOf = (pieces: CompareSide["pieces"]): CompareSide["pieces"] =>
    pieces.length > 0 ? pieces : [{ text: props.words.texts.conflicts.nothingHere }];
  return (
    <Show when={hunks().length > 0} fallback={<Compare one={one()} other={other()} />}>
      <For each={hunks()}>
        {(hunk, index) => (
          <Compare
            label={props.words.texts.conflicts.place(index() + 1, hunks().length)}
            one={{ ...one(), pieces: piecesOf(hunk.one) }}
            other={{ ...other(), pieces: piecesOf(hunk.other) }}
          />
        )}
      </For>
    </Show>
  );
};
