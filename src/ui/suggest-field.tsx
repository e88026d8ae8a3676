import { createEffect, createSignal, createUniqueId, For, Show } from "solid-js";
import { describedBy, FieldFrame, type FieldTexts } from "./field-frame.tsx";
import "./suggest-field.css";
import "./text-field.css";

export interface Suggestion {
  readonly id: string;
  readonly label: string;
  /** A second line that tells namesakes apart. */
  readonly note?: string | undefined;
}

export interface SuggestFieldProps<S extends Suggestion> extends FieldTexts {
  /** The text in the field: free, the suggestions are only help. */
  readonly value: string;
  readonly onInput: (text: string) => void;
  /** Already found for the text; an empty list shows nothing. */
  readonly suggestions: readonly S[];
  /** Comes after `onInput` with the suggestion's label. */
  readonly onChoose?: ((suggestion: S) => void) | undefined;
  /** Spoken as the list changes: "3 suggestions". */
  readonly countText: (count: number) => string;
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly required?: boolean | undefined;
  readonly maxLength?: number | undefined;
  readonly autocapitalize?: "none" | "sentences" | "words" | undefined;
  readonly enterKeyHint?: "enter" | "done" | "go" | "next" | "search" | "send" | undefined;
  readonly onBlur?: (() => void) | undefined;
  readonly ref?: ((element: HTMLInputElement) => void) | undefined;
}

/** A text field with an editable-combobox list (ARIA APG: list autocomplete, manual selection). */
export function SuggestField<S extends Suggestion>(props: SuggestFieldProps<S>) {
  const ownId = createUniqueId();
  const id = () => props.id ?? ownId;
  const [wanted, setWanted] = createSignal(false);
  const [active, setActive] = createSignal(-1);
  let list: HTMLUListElement | undefined;

  const open = () => wanted() && props.suggestions.length > 0;
  /** Nothing is looked for in an empty field, so nothing was not found either. */
  const isSpoken = () => props.value.trim() !== "" || open();
  createEffect(() => {
    // On a phone the list may open under the bars at the bottom.
    if (open()) list?.scrollIntoView?.({ block: "nearest" });
  });
  const optionId = (index: number) => `${id()}-option-${index}`;
  const move = (index: number) => {
    const count = props.suggestions.length;
    setActive(count === 0 ? -1 : (index + count) % count);
    list?.children[active()]?.scrollIntoView?.({ block: "nearest" });
  };
  const close = () => {
    setWanted(false);
    setActive(-1);
  };
  const choose = (suggestion: S) => {
    close();
    props.onInput(suggestion.label);
    props.onChoose?.(suggestion);
  };
  const type = (text: string) => {
    setActive(-1);
    setWanted(true);
    props.onInput(text);
  };

  const keys: Record<string, () => boolean> = {
    ArrowDown: () => {
      const start = open() ? active() + 1 : 0;
      setWanted(true);
      move(start);
      return true;
    },
    ArrowUp: () => {
      const start = open() && active() >= 0 ? active() - 1 : -1;
      setWanted(true);
      move(start);
      return true;
    },
    Enter: () => {
      const suggestion = open() ? props.suggestions[active()] : undefined;
      if (suggestion === undefined) return false;
      choose(suggestion);
      return true;
    },
    Escape: () => {
      if (!open()) return false;
      close();
      return true;
    },
  };
  const press = (event: KeyboardEvent) => {
    if (event.isComposing || keys[event.key]?.() !== true) return;
    event.preventDefault();
    // An Escape that closed the list must not close the dialog around it as well.
    event.stopPropagation();
  };

  return (
    <FieldFrame
      id={id()}
      label={props.label}
      mark={props.mark}
      hint={props.hint}
      error={props.error}
    >
      <div class="suggest">
        <div class="text-box">
          <input
            ref={(element) => props.ref?.(element)}
            class="text-box-input"
            id={id()}
            type="text"
            role="combobox"
            name={props.name}
            value={props.value}
            placeholder={props.placeholder}
            required={props.required}
            maxLength={props.maxLength}
            enterkeyhint={props.enterKeyHint}
            autocomplete="off"
            autocapitalize={props.autocapitalize}
            spellcheck={false}
            aria-autocomplete="list"
            aria-expanded={open()}
            aria-controls={open() ? `${id()}-list` : undefined}
            aria-activedescendant={open() && active() >= 0 ? optionId(active()) : undefined}
            aria-invalid={props.error ? "true" : undefined}
            aria-describedby={describedBy(id(), props)}
            onInput={(event) => type(event.currentTarget.value)}
            onClick={() => setWanted(true)}
            on:keydown={press}
            onBlur={() => {
              close();
              props.onBlur?.();
            }}
          />
        </div>
        <Show when={open()}>
          <ul
            ref={(element) => (list = element)}
            class="suggest-list"
            id={`${id()}-list`}
            role="listbox"
            aria-label={props.countText(props.suggestions.length)}
            // Keeps the focus in the field while the list is scrolled or tapped.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
          >
            <For each={props.suggestions}>
              {(suggestion, index) => (
                <li
                  class="suggest-option"
                  id={optionId(index())}
                  role="option"
                  aria-selected={active() === index()}
                  onClick={() => choose(suggestion)}
                >
                  <span>{suggestion.label}</span>
                  <Show when={suggestion.note}>
                    <span class="suggest-note">{suggestion.note}</span>
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
        <span role="status" class="visually-hidden">
          {wanted() && isSpoken() ? props.countText(props.suggestions.length) : ""}
        </span>
      </div>
    </FieldFrame>
  );
}
