import { type Accessor, createEffect } from "solid-js";
import { useStartLocale } from "#i18n/locale.ts";

/** Names the window after the screen. Never after a person: browsers keep titles in their history, in the clear. */
export const createScreenTitle = (title: Accessor<string>): void => {
  const { texts } = useStartLocale();
  createEffect(() => {
    document.title = `${title()} – ${texts().common.appName}`;
  });
};
