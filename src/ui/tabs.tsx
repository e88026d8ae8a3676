import { createUniqueId, For, type JSX } from "solid-js";
import "./tabs.css";

export interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  /** The panel of the chosen tab. */
  readonly children: JSX.Element;
}

/** ARIA APG tabs: one tab stop, arrows choose, Home and End jump. */
export function Tabs<T extends string>(props: TabsProps<T>) {
  const id = createUniqueId();
  let list: HTMLDivElement | undefined;

  const choose = (index: number) => {
    const tab = props.tabs[(index + props.tabs.length) % props.tabs.length];
    if (tab === undefined) return;
    props.onChange(tab.value);
    list?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const here = props.tabs.findIndex((tab) => tab.value === props.value);
    const targets: Record<string, number> = {
      ArrowRight: here + 1,
      ArrowLeft: here - 1,
      Home: 0,
      End: props.tabs.length - 1,
    };
    const target = targets[event.key];
    if (target === undefined) return;
    event.preventDefault();
    choose(target);
  };

  return (
    <div class="tabs">
      <div
        class="tabs-list"
        role="tablist"
        aria-label={props.label}
        ref={(element) => (list = element)}
        onKeyDown={press}
      >
        <For each={props.tabs}>
          {(tab) => (
            <button
              class="tabs-tab"
              type="button"
              role="tab"
              id={`${id}-${tab.value}`}
              aria-selected={props.value === tab.value}
              aria-controls={`${id}-panel`}
              tabindex={props.value === tab.value ? 0 : -1}
              onClick={() => props.onChange(tab.value)}
            >
              {tab.label}
            </button>
          )}
        </For>
      </div>
      <div
        class="tabs-panel"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-${props.value}`}
        tabindex="0"
      >
        {props.children}
      </div>
    </div>
  );
}
