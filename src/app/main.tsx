import "#ui/styles.ts";
import { render } from "solid-js/web";
import { createAppearance } from "#features/parts/screen/appearance.ts";
import { createLocale } from "#i18n/locale.ts";
import { makeDoor } from "#store/door.ts";
import { openBucket } from "#store/spare/bucket.ts";
import { openTabs } from "#store/tabs.ts";
import { makeTransport } from "#sync/transport.ts";
import { createToasts } from "#ui/toasts.ts";
import { App } from "./app.tsx";
import { makeReadBusy } from "./busy-reader.ts";
import { createEntrance } from "./entrance.ts";
import { makeMemory } from "./memory.ts";
import { browserNotifier } from "./notifier.ts";
import { makePlatform } from "./platform.ts";
import { createReminders } from "./reminders.ts";
import { makeScriptUrls } from "./script-url.ts";
import { registerUpdates } from "./updates.ts";

const databaseName = "katve";

/** The composition root: builds everything there is one of, and hands it down. */
const start = async (root: HTMLElement): Promise<void> => {
  const scriptUrl = makeScriptUrls(location.origin);
  const platform = makePlatform(scriptUrl);
  const transport = makeTransport({ fetch: fetch.bind(globalThis), origin: location.origin });
  const door = makeDoor({
    name: databaseName,
    platform,
    openTabs: () => openTabs(databaseName),
    openSpareDisk: openBucket,
  });
  const locale = createLocale({
    memory: makeMemory("katve:language"),
    wanted: navigator.languages,
    root: document.documentElement,
  });
  const appearance = createAppearance(makeMemory("katve:appearance"), document.documentElement);
  const toasts = createToasts();
  const reminders = createReminders({
    clock: platform.clock,
    memory: makeMemory("katve:reminders"),
    notifier: browserNotifier,
    say: (start) => ({
      text: locale.texts().reminders.notice(locale.formats().time(start)),
      lang: locale.locale(),
    }),
  });
  const entrance = createEntrance(door, transport, platform);
  // What is broken is told once and the program goes on: everything saved is on the disk already.
  for (const kind of ["error", "unhandledrejection"] as const) {
    addEventListener(kind, () => {
      toasts.show({ text: locale.texts().shell.defectText, tone: "broken" });
    });
  }
  await locale.ready;
  render(
    () => (
      <App
        entrance={entrance}
        platform={platform}
        transport={transport}
        readBusy={makeReadBusy(scriptUrl)}
        locale={locale}
        appearance={appearance}
        reminders={reminders}
        toasts={toasts}
      />
    ),
    root,
  );
  if (import.meta.env.PROD) {
    await registerUpdates(scriptUrl, (changeOver) => {
      const { newVersion, update } = locale.texts().shell;
      toasts.show({ text: newVersion, action: { label: update, run: changeOver } });
    });
  }
};

const root = document.getElementById("app");
if (root === null) throw new Error("the page has no place for the program");
void start(root);
