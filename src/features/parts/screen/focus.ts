import "./focus.css";
import { onMount } from "solid-js";
import { afterNextFrame } from "./after-picture.ts";

/**
 * A screen that comes up takes the focus to its heading, so that a voice starts reading there; or to the heading of the
 * `section` that somebody comes for, which is brought into sight.
 */
export const createHeadingFocus = (section?: string): void => {
  onMount(() => {
    const before = document.activeElement;
    // After the first picture: focusing has the page measured, which a slow phone should do once.
    afterNextFrame(() => {
      const heading =
        section === undefined
          ? document.querySelector<HTMLElement>("h1")
          : document.getElementById(section);
      const isTakenElsewhere =
        document.activeElement !== before && document.activeElement !== document.body;
      if (heading === null || isTakenElsewhere) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      if (section !== undefined) heading.scrollIntoView?.({ block: "start" });
    });
  });
};

/**
 * Where the focus goes when the part of a screen that holds it goes away: to `next` if it is still there, else to the
 * heading, and what it goes to comes into sight unless `options` say otherwise. A focus that is elsewhere already stays.
 */
export const keepFocus = (next: HTMLElement | null, options?: FocusOptions): void => {
  const isLost = document.activeElement === null || document.activeElement === document.body;
  if (!isLost) return;
  const isThere = next?.isConnected === true;
  const target = isThere ? next : document.querySelector<HTMLElement>("h1");
  if (target === null) return;
  // A heading takes the focus only once it is told to.
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus(options);
};

/**
 * For a press that takes its row out of a list: remembers the control of the same sort in the row below, or above it, and
 * returns what brings the focus there once the row is gone. Where no row has the focus, as after a finger in some browsers,
 * nothing is moved.
 */
export const keepPlaceInList = (): (() => void) => {
  const pressed = document.activeElement;
  const row = pressed?.closest("li") ?? null;
  if (pressed === null || row === null) return () => undefined;
  const near = row.nextElementSibling ?? row.previousElementSibling;
  const next = near?.querySelector<HTMLElement>(pressed.localName) ?? null;
  return () => keepFocus(next, { preventScroll: next === null });
};

/** Takes the focus to the first control that is marked as wrong inside `root`, once it is drawn. */
export const focusFirstWrong = (root: HTMLElement): void => {
  queueMicrotask(() => {
    const wrong = root.querySelector<HTMLElement>('[aria-invalid="true"]');
    const control = wrong?.matches("input, select, textarea")
      ? wrong
      : (wrong?.querySelector<HTMLElement>("input:checked, input, button") ??
        // A group with nothing left to choose from: what may be written instead stands beside it.
        wrong?.parentElement?.querySelector<HTMLElement>("input"));
    control?.focus();
  });
};

/**
 * Enter in a field of a form goes on to the next field: a form of many fields is sent by its button alone, or a thumb
 * would send it half filled in.
 */
export const goOnWithEnter = (event: KeyboardEvent): void => {
  const field = event.target;
  if (event.key !== "Enter" || event.isComposing || event.defaultPrevented) return;
  if (!(field instanceof HTMLInputElement) || field.form === null) return;
  event.preventDefault();
  nextField(field, field.form)?.focus();
};

/** The field after another one; a group of radios counts as one field and is entered at its chosen radio. */
const nextField = (field: HTMLInputElement, form: HTMLFormElement): HTMLElement | undefined => {
  const fields = [...form.elements].filter(
    (element): element is HTMLInputElement =>
      element.matches("input:not([type=hidden]), select, textarea") &&
      !element.matches(":disabled"),
  );
  const next = fields
    .slice(fields.indexOf(field) + 1)
    .find(({ type, name }) => type !== "radio" || field.type !== "radio" || name !== field.name);
  if (next?.type !== "radio") return next;
  return fields.find(({ name, checked }) => name === next.name && checked) ?? next;
};

/**
 * Whether every control of a form could read what was typed into it: a control says by itself when it could not. What is
 * still being typed is read by leaving its field. Otherwise the focus goes to the first that could not.
 */
export const isReadable = (form: HTMLFormElement): boolean => {
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
  if (form.querySelector('[aria-invalid="true"]') === null) return true;
  focusFirstWrong(form);
  return false;
};
