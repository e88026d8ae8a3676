import { type Accessor, createEffect } from "solid-js";
import { useStartLocale } from "#i18n/locale.ts";
import { afterNextFrame } from "./after-picture.ts";

/** Names the window after the screen. Never after a person: browsers keep titles in their history, in the clear. */
export const createScreenTitle = (title: Accessor<string>): void => {
  const { texts } = useStartLocale();
  createEffect(() => {
    const whole = `${title()} – ${texts().common.appName}`;
    // Told to the window after the picture: the window is another process.
    afterNextFrame(() => (document.title = whole));
  });
};
