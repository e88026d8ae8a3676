import { ErrorBoundary, lazy, Match, Show, Suspense, Switch } from "solid-js";
import type { Reminders } from "#features/parts/reminders/reminders.ts";
import type { Appearance } from "#features/parts/screen/appearance.ts";
import { type Locale, LocaleProvider, useStartLocale } from "#i18n/locale.ts";
import type { Platform } from "#store/platform.ts";
import type { Store } from "#store/store.ts";
import type { ReadBusy } from "#sync/busy-calendars.ts";
import type { Transport } from "#sync/transport.ts";
import { ToastRegion } from "#ui/toast-region.tsx";
import type { Toasts } from "#ui/toasts.ts";
import { Defect } from "./defect.tsx";
import { Enrolling } from "./enrolling.tsx";
import type { Entrance, Stage } from "./entrance.ts";
import { Looking } from "./looking.tsx";
import { whenIdle } from "./when-idle.ts";
import { Unlocking } from "./unlocking.tsx";
import { Unreadable } from "./unreadable.tsx";

export type AppProps = {
  readonly entrance: Entrance;
  readonly platform: Platform;
  readonly transport: Transport;
  readonly readBusy: ReadBusy;
  readonly locale: Locale;
  readonly appearance: Appearance;
  readonly reminders: Reminders;
  readonly toasts: Toasts;
};

// Fetched while the passphrase is typed: the field for it is there the sooner.
const OpenProgram = lazy(async () => ({
  default: (await import("./open-program.tsx")).OpenProgram,
}));

/** The program: what is shown depends on how far somebody has come on this device. */
export const App = (props: AppProps) => (
  <LocaleProvider locale={props.locale}>
    <ErrorBoundary fallback={(error: unknown) => <Defect error={error} />}>
      <Stages {...props} />
    </ErrorBoundary>
    <Messages toasts={props.toasts} />
  </LocaleProvider>
);

const Stages = (props: AppProps) => {
  const stage = () => props.entrance.stage();
  whenIdle(() => void OpenProgram.preload());
  return (
    <Switch>
      <Match when={stage().kind === "looking"}>
        <Looking />
      </Match>
      <Match when={stage().kind === "new"}>
        <Enrolling
          entrance={props.entrance}
          transport={props.transport}
          platform={props.platform}
        />
      </Match>
      <Match when={locked(stage())}>
        {(found) => <Unlocking entrance={props.entrance} door={found()} />}
      </Match>
      <Match when={unreadable(stage())}>
        {(found) => <Unreadable failure={found().failure} />}
      </Match>
      <Match when={openStore(stage())}>
        {(store) => (
          <Show when={store()} keyed>
            {(open) => (
              <Suspense>
                <OpenProgram
                  store={open}
                  platform={props.platform}
                  transport={props.transport}
                  readBusy={props.readBusy}
                  appearance={props.appearance}
                  reminders={props.reminders}
                  toasts={props.toasts}
                  lock={() => props.entrance.lock()}
                  rest={() => props.entrance.rest()}
                />
              </Suspense>
            )}
          </Show>
        )}
      </Match>
    </Switch>
  );
};

const openStore = (stage: Stage): Store | false => stage.kind === "open" && stage.store;

const locked = (stage: Stage) => stage.kind === "locked" && stage;

const unreadable = (stage: Stage) => stage.kind === "unreadable" && stage;

const Messages = (props: { readonly toasts: Toasts }) => {
  const { texts } = useStartLocale();
  return (
    <ToastRegion
      toasts={props.toasts}
      label={texts().shell.messages}
      closeLabel={texts().shell.closeMessage}
    />
  );
};
