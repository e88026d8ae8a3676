import type { JSX } from "solid-js";
import "./page-frame.css";

export interface PageFrameProps {
  /** The screen: a `PageHeader`, its parts, perhaps an `ActionBar` last. */
  readonly children: JSX.Element;
  /** A `TabBar`; absent before signing in and in full-screen states. */
  readonly navigation?: JSX.Element;
  /** The id a `SkipLink` points to. */
  readonly mainId?: string | undefined;
}

/** The whole window: content with the navigation below it on a phone, beside it from 900 px on. */
export function PageFrame(props: PageFrameProps) {
  return (
    <div class="page-frame" data-bare={"navigation" in props ? undefined : ""}>
      {props.navigation}
      <main class="page-main" id={props.mainId ?? "main"} tabindex="-1">
        {props.children}
      </main>
    </div>
  );
}
