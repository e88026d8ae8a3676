import { createMemo, createSignal, For, Show } from "solid-js";
import type { areaKind } from "#domain/kinds/area.ts";
import type { Readable } from "#domain/record.ts";
import { pairMunicipalities } from "#domain/times/travel.ts";
import { townName } from "#features/parts/values/item-text.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { TravelSheet } from "./travel-sheet.tsx";

/** How long one drives between the municipalities of the area, as far as somebody has written it down. */
export const TravelSection = (props: {
  readonly area: Readable<typeof areaKind>;
  readonly canEdit: boolean;
}) => {
  const { texts, formats } = useLocale();
  /** The pair that is open; `new` for one that is being made. */
  const [opened, setOpened] = createSignal<string | null>(null);
  const drives = createMemo(() => {
    const areas = new Map([[props.area.id, props.area]]);
    return Object.entries(props.area.values.travel)
      .map(([pair, minutes]) => {
        const towns = pairMunicipalities(pair)?.map((code) => townName(code, { areas }));
        return { pair, minutes, name: towns?.join("–") ?? pair };
      })
      .sort((one, other) => (one.name < other.name ? -1 : 1));
  });
  return (
    <section class="stack" data-gap="tight" aria-labelledby="area-travel">
      <SectionTitle id="area-travel">{texts().area.travel}</SectionTitle>
      <p>{texts().area.travelText}</p>
      <Show when={drives().length > 0} fallback={<p>{texts().area.noTravel}</p>}>
        <RowList look="joined">
          <For each={drives()}>
            {({ pair, minutes, name }) => (
              <ListRow
                title={name}
                subtitle={formats().length(minutes)}
                onClick={props.canEdit ? () => setOpened(pair) : undefined}
              />
            )}
          </For>
        </RowList>
      </Show>
      <Show when={props.canEdit}>
        <Button onClick={() => setOpened("new")}>{texts().area.addTravel}</Button>
      </Show>
      <Show when={opened()} keyed>
        {(pair) => (
          <TravelSheet
            area={props.area}
            pair={pair === "new" ? null : pair}
            onClose={() => setOpened(null)}
          />
        )}
      </Show>
    </section>
  );
};
