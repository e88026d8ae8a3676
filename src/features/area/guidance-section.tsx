import { createMemo, createSignal, For, Show } from "solid-js";
import type { areaKind, GuidanceKind } from "#domain/kinds/area.ts";
import { guidanceName } from "#domain/kinds/guidance-kinds.ts";
import type { Readable } from "#domain/record.ts";
import { useLocale } from "#i18n/locale.ts";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { ListRow } from "#ui/list-row.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { GuidanceSheet } from "./guidance-sheet.tsx";
import { kindsOfArea } from "./kinds-of-area.ts";

/** The kinds of guidance: the area's own, or the program's where it has none. */
export const GuidanceSection = (props: {
  readonly area: Readable<typeof areaKind>;
  readonly canEdit: boolean;
}) => {
  const { texts, locale } = useLocale();
  /** The code of the kind that is open; `new` for one that is being made. */
  const [opened, setOpened] = createSignal<string | null>(null);
  const nameOf = (kind: GuidanceKind) => guidanceName(kind, locale());
  const kinds = createMemo(() =>
    Object.entries(kindsOfArea(props.area.values.guidance))
      .map(([code, kind]) => ({ code, kind, name: nameOf(kind) }))
      .sort((one, other) => (one.name < other.name ? -1 : 1)),
  );
  const others = (kind: GuidanceKind) =>
    [kind.nameFi, kind.nameSv, kind.nameEn]
      .filter((name) => name !== "" && name !== nameOf(kind))
      .join(" · ");
  const hasOwn = () => Object.keys(props.area.values.guidance).length > 0;
  return (
    <section class="stack" data-gap="tight" aria-labelledby="area-guidance">
      <SectionTitle id="area-guidance">{texts().area.guidance}</SectionTitle>
      <Show when={props.canEdit && !hasOwn()}>
        <p>{texts().area.programKinds}</p>
      </Show>
      <RowList look="joined">
        <For each={kinds()}>
          {({ code, kind, name }) => (
            <ListRow
              title={name}
              subtitle={others(kind) || undefined}
              tone={kind.retired === true ? "quiet" : "plain"}
              onClick={props.canEdit ? () => setOpened(code) : undefined}
              badges={
                kind.retired === true ? (
                  <Badge tone="neutral">{texts().area.retired}</Badge>
                ) : undefined
              }
            />
          )}
        </For>
      </RowList>
      <Show when={props.canEdit}>
        <Button onClick={() => setOpened("new")}>{texts().area.addKind}</Button>
      </Show>
      <Show when={opened()} keyed>
        {(code) => (
          <GuidanceSheet
            area={props.area}
            code={code === "new" ? null : code}
            onClose={() => setOpened(null)}
          />
        )}
      </Show>
    </section>
  );
};
