import { type Accessor, createSignal } from "solid-js";
import type { Memory } from "#i18n/locale.ts";

export const appearanceCodes = ["system", "light", "dark"] as const;
type AppearanceCode = (typeof appearanceCodes)[number];

export type Appearance = {
  readonly appearance: Accessor<AppearanceCode>;
  setAppearance(code: AppearanceCode): void;
};

/** Light, dark or as the device has it: remembered, and shown on `root` at once. */
export const createAppearance = (memory: Memory, root: HTMLElement): Appearance => {
  const remembered = memory.read();
  const first = appearanceCodes.find((code) => code === remembered) ?? "system";
  const [appearance, setCode] = createSignal<AppearanceCode>(first);
  const show = (code: AppearanceCode) => {
    if (code === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = code;
  };
  show(first);
  return {
    appearance,
    setAppearance(code) {
      setCode(code);
      show(code);
      memory.write(code);
    },
  };
};
