import "./focus.css";
import { onMount } from "solid-js";

/** A screen that comes up takes the focus to its heading, so that a voice starts reading there. */
export const createHeadingFocus = (): void => {
  onMount(() => {
    const before = document.activeElement;
    // After the first picture: focusing has the page measured, which a slow phone should do once.
    requestAnimationFrame(() => {
      const heading = document.querySelector<HTMLElement>("h1");
      const isTakenElsewhere =
        document.activeElement !== before && document.activeElement !== document.body;
      if (heading === null || isTakenElsewhere) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    });
  });
};

/** Takes the focus to the first control that is marked as wrong inside `root`, once it is drawn. */
export const focusFirstWrong = (root: HTMLElement): void => {
  queueMicrotask(() => {
    const wrong = root.querySelector<HTMLElement>('[aria-invalid="true"]');
    const control = wrong?.matches("input, select, textarea")
      ? wrong
      : wrong?.querySelector<HTMLElement>("input:checked, input, button");
    control?.focus();
  });
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
