import ChevronRight from "lucide-solid/icons/chevron-right";
import { createMemo, createUniqueId, Match, Show, Switch, type JSX } from "solid-js";
import { drawnOnce } from "./drawn-once.ts";
import "./list-row.css";

const Chevron = drawnOnce(() => <ChevronRight class="list-row-chevron" />);

export interface ListRowProps {
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** The heavy first column, mostly a time: "10.00". */
  readonly lead?: string | undefined;
  readonly leadNote?: string | undefined;
  readonly badges?: JSX.Element;
  /** More lines under the subtitle. */
  readonly children?: JSX.Element;
  /** Controls of their own at the end of the row; they stay pressable above the row's link. */
  readonly trailing?: JSX.Element;
  /** With `href` the whole row is a link, with `onClick` a button, with neither it only shows. */
  readonly href?: string | undefined;
  readonly onClick?: (() => void) | undefined;
  readonly tone?: "plain" | "broken" | "quiet" | undefined;
}

/** One `<li>` of a `RowList`. */
export function ListRow(props: ListRowProps) {
  const id = createUniqueId();
  const name = () => (props.lead ? `${id}-lead ${id}-title` : undefined);
  const pressable = () => props.href !== undefined || props.onClick !== undefined;
  // Read once: every reading of a JSX prop builds its elements anew.
  const trailing = createMemo(() => props.trailing);
  return (
    <li
      class="list-row"
      data-tone={props.tone}
      data-led={props.lead ? "" : undefined}
      data-pressable={pressable() ? "" : undefined}
    >
      <Show when={props.lead}>
        <div class="list-row-lead-column">
          <span class="list-row-lead" id={`${id}-lead`}>
            {props.lead}
          </span>
          <Show when={props.leadNote}>
            <span class="list-row-lead-note">{props.leadNote}</span>
          </Show>
        </div>
      </Show>
      <div class="list-row-main">
        <Switch
          fallback={
            <span class="list-row-title" id={`${id}-title`}>
              {props.title}
            </span>
          }
        >
          <Match when={props.href}>
            {(href) => (
              <a class="list-row-title" href={href()} aria-labelledby={name()}>
                <span id={`${id}-title`}>{props.title}</span>
              </a>
            )}
          </Match>
          <Match when={props.onClick}>
            {(press) => (
              <button
                class="list-row-title"
                type="button"
                aria-labelledby={name()}
                onClick={() => press()()}
              >
                <span id={`${id}-title`}>{props.title}</span>
              </button>
            )}
          </Match>
        </Switch>
        <Show when={props.subtitle}>
          <span class="list-row-subtitle">{props.subtitle}</span>
        </Show>
        <Show when={props.badges}>
          {(badges) => <span class="list-row-badges">{badges()}</span>}
        </Show>
        {props.children}
      </div>
      <Show when={trailing()}>
        <div class="list-row-trailing">{trailing()}</div>
      </Show>
      <Show when={pressable() && !trailing()}>
        <Chevron />
      </Show>
    </li>
  );
}
