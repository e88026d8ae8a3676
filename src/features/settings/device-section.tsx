import { createMemo } from "solid-js";
import { adviserKind } from "#domain/kinds/adviser.ts";
import { teamKind } from "#domain/kinds/team.ts";
import type { RecordId } from "#domain/ids.ts";
import { useLocale } from "#i18n/locale.ts";
import { Card } from "#ui/card.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { createRecords, useEnvironment } from "../environment.tsx";
import "#features/parts/screen/facts.css";

/** Whose device this is. */
export const DeviceSection = () => {
  const { store } = useEnvironment();
  const { texts } = useLocale();
  const advisers = createRecords(adviserKind);
  const teams = createRecords(teamKind);
  const { member, device, name } = store.identity;
  const self = createMemo(() => advisers().get(member as string as RecordId)?.values);
  const team = () => {
    const id = self()?.team;
    return id === null || id === undefined ? undefined : teams().get(id)?.values.name;
  };
  return (
    <section class="stack" aria-labelledby="device">
      <SectionTitle id="device">{texts().settings.device}</SectionTitle>
      <Card>
        <dl class="facts">
          <dt>{texts().settings.member}</dt>
          <dd>{self()?.name || name}</dd>
          <dt>{texts().settings.team}</dt>
          <dd>{team() ?? "–"}</dd>
          <dt>{texts().settings.deviceId}</dt>
          <dd>{device.slice(0, 8)}</dd>
        </dl>
      </Card>
    </section>
  );
};
