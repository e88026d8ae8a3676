import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { TwoColumns } from "#ui/two-columns.tsx";
import { type Appearance, appearanceCodes } from "#features/parts/screen/appearance.ts";
import { useEnvironment } from "../environment.tsx";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { LanguageChoice } from "#features/parts/screen/language-choice.tsx";
import type { Reminders } from "#features/parts/reminders/reminders.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { AreaRow } from "./area-row.tsx";
import { BackupRow } from "./backup-row.tsx";
import { CalendarRows } from "./calendar-rows.tsx";
import { DeviceSection } from "./device-section.tsx";
import { ExchangeSection } from "./exchange-section.tsx";
import { HoursRow } from "./hours-row.tsx";
import { RemindersSection } from "./reminders-section.tsx";
import { browserStorage, type StoragePort } from "./storage-port.ts";
import { StorageSection } from "./storage-section.tsx";
import { TrayRow } from "./tray-row.tsx";

export type SettingsPageProps = {
  readonly appearance: Appearance;
  readonly reminders: Reminders;
  /** The browser itself unless a test has its own. */
  readonly storage?: StoragePort;
};

/** How the program looks and speaks, and how this device stands. */
export const SettingsPage = (props: SettingsPageProps) => {
  const { lock } = useEnvironment();
  const { texts } = useLocale();
  createScreenTitle(() => texts().settings.title);
  createHeadingFocus();
  return (
    <>
      <PageHeader title={texts().settings.title} />
      <TwoColumns
        side={
          <>
            <ExchangeSection />
            <TrayRow />
            <BackupRow />
            <CalendarRows />
            <AreaRow />
            <StorageSection storage={props.storage ?? browserStorage} />
            <DeviceSection />
          </>
        }
      >
        <HoursRow />
        <LanguageChoice />
        <ChoiceChips
          label={texts().settings.appearance}
          options={appearanceCodes.map((value) => ({
            value,
            label: texts().settings.appearances[value],
          }))}
          value={props.appearance.appearance()}
          onChange={(code) => props.appearance.setAppearance(code)}
        />
        <RemindersSection reminders={props.reminders} />
        <Card>
          <div class="stack">
            <p>{texts().settings.lockText}</p>
            <Button onClick={() => lock()}>{texts().settings.lock}</Button>
          </div>
        </Card>
      </TwoColumns>
    </>
  );
};
