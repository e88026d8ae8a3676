import ArrowLeft from "lucide-solid/icons/arrow-left";
import { Show, type JSX } from "solid-js";
import { drawnOnce } from "./drawn-once.ts";
import "./page-header.css";

const Arrow = drawnOnce(() => <ArrowLeft class="page-header-back-icon" />);

export interface PageHeaderProps {
  readonly title: string;
  readonly subtitle?: JSX.Element;
  /** At the end of the title's row: a status line, a quiet button. */
  readonly trailing?: JSX.Element;
  readonly back?: { readonly href: string; readonly label: string } | undefined;
}

export function PageHeader(props: PageHeaderProps) {
  return (
    <header class="page-header">
      <Show when={props.back}>
        {(back) => (
          <a class="page-header-back" href={back().href}>
            <Arrow />
            {back().label}
          </a>
        )}
      </Show>
      <div class="page-header-row">
        <h1 class="page-header-title">{props.title}</h1>
        <Show when={props.trailing}>
          {(trailing) => <div class="page-header-trailing">{trailing()}</div>}
        </Show>
      </div>
      <Show when={props.subtitle}>
        {(subtitle) => <p class="page-header-subtitle">{subtitle()}</p>}
      </Show>
    </header>
  );
}
