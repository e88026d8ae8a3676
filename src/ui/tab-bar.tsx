import { Index, Show, type JSX } from "solid-js";
import { Dynamic } from "solid-js/web";
import "./tab-bar.css";

export interface TabBarItem {
  readonly href: string;
  readonly label: string;
  /** An icon component, e.g. one of lucide-solid. */
  readonly icon: (props: { readonly class?: string }) => JSX.Element;
  readonly current?: boolean | undefined;
}

export interface TabBarProps {
  /** Names the navigation. */
  readonly label: string;
  readonly items: readonly TabBarItem[];
  /** Shown on the rail of a wide screen only. */
  readonly railHead?: JSX.Element;
  readonly railFoot?: JSX.Element;
}

/** A bar at the thumb on a phone, a rail at the side from 900 px on. */
export function TabBar(props: TabBarProps) {
  return (
    <nav class="tab-bar" aria-label={props.label}>
      <Show when={props.railHead}>
        {(railHead) => <div class="tab-bar-rail-only">{railHead()}</div>}
      </Show>
      <ul class="tab-bar-items" role="list">
        {/* By their place: at each step through the program only what is current changes. */}
        <Index each={props.items}>
          {(item) => (
            <li>
              <a
                class="tab-bar-item"
                href={item().href}
                aria-current={item().current === true ? "page" : undefined}
              >
                <Dynamic component={item().icon} class="tab-bar-icon" />
                <span class="tab-bar-label">{item().label}</span>
              </a>
            </li>
          )}
        </Index>
      </ul>
      <Show when={props.railFoot}>
        {(railFoot) => <div class="tab-bar-rail-only tab-bar-foot">{railFoot()}</div>}
      </Show>
    </nav>
  );
}
