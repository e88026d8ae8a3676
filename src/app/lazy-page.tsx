import { type Component, createResource, lazy, Show } from "solid-js";
import { useStartLocale } from "#i18n/locale.ts";

/** A page that is fetched when it is first shown, or when it is asked for before. */
export type LazyPage<Props extends object> = Component<Props> & {
  readonly preload: () => Promise<unknown>;
};

/**
 * A page behind the start page: its code is fetched with it, and with the first such page what all of them say. Shown within
 * a `Suspense`; what cannot be fetched is thrown there.
 */
export const lazyPage = <Props extends object>(
  load: () => Promise<Component<Props>>,
): LazyPage<Props> => {
  const Page = lazy(async () => ({ default: await load() }));
  const Whole: Component<Props> = (props) => {
    const locale = useStartLocale();
    const [isLoaded] = createResource(
      () => locale.whole() === null,
      async () => {
        await locale.loadPages();
        return true;
      },
    );
    return (
      <Show when={locale.whole() !== null || isLoaded()}>
        <Page {...props} />
      </Show>
    );
  };
  return Object.assign(Whole, { preload: () => Page.preload() });
};
