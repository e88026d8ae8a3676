import { Match, Show, Switch as Choose } from "solid-js";
import { type ReminderLead, reminderLeadsInMinutes } from "#domain/meeting/reminders.ts";
import type { Reminders } from "#features/parts/reminders/reminders.ts";
import { useLocale } from "#i18n/locale.ts";
import { Card } from "#ui/card.tsx";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { Switch } from "#ui/switch.tsx";

/** Whether this device reminds of the own times, how long before, and what it cannot do. */
export const RemindersSection = (props: { readonly reminders: Reminders }) => {
  const { texts, formats } = useLocale();
  const words = () => texts().reminders;
  const standing = () => props.reminders.standing();
  return (
    <section class="stack" aria-labelledby="reminders">
      <SectionTitle id="reminders">{words().title}</SectionTitle>
      <Card>
        <div class="stack">
          <Choose>
            <Match when={standing() === "missing"}>
              <p>{words().missing}</p>
            </Match>
            <Match when={standing() === "refused"}>
              <p role="status">{words().refused}</p>
            </Match>
            <Match when={standing() === "on" || standing() === "off"}>
              <Switch
                label={words().switch}
                hint={words().hint}
                checked={standing() === "on"}
                onChange={(isOn) => void props.reminders.turn(isOn)}
              />
            </Match>
          </Choose>
          <Show when={standing() === "on"}>
            <ChoiceChips
              label={words().lead}
              options={reminderLeadsInMinutes.map((minutes) => ({
                value: String(minutes),
                label: formats().length(minutes),
              }))}
              value={String(props.reminders.lead())}
              onChange={(minutes) => props.reminders.setLead(Number(minutes) as ReminderLead)}
            />
          </Show>
          <p>
            {words().limits} {words().phoneLimits}
          </p>
        </div>
      </Card>
    </section>
  );
};
