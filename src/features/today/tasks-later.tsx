import { type Component, createEffect, createSignal, Show } from "solid-js";
import { Dynamic } from "solid-js/web";
import { createAfterFirstFrame } from "#features/parts/screen/grow.ts";
import { useStartLocale } from "#i18n/locale.ts";

/**
 * What there is to do beside meetings, fetched after the first picture: the shell is the smaller without it. Not by `lazy`,
 * which every change of the page would wait for while it is on its way.
 */
export const TasksLater = () => {
  const locale = useStartLocale();
  const [loaded, setLoaded] = createSignal<Component>();
  const isBegun = createAfterFirstFrame();
  const load = async () => {
    try {
      const [{ Tasks }] = await Promise.all([import("./tasks.tsx"), locale.loadPages()]);
      setLoaded(() => Tasks);
    } catch {
      // Not on this device and no network: the day itself is there.
    }
  };
  createEffect(() => {
    if (isBegun()) void load();
  });
  return <Show when={loaded()}>{(tasks) => <Dynamic component={tasks()} />}</Show>;
};
