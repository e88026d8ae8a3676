import { createMemo, Show } from "solid-js";
import type { ScopeId } from "#domain/ids.ts";
import { areaKind } from "#domain/kinds/area.ts";
import { createRecords } from "#features/environment.tsx";
import { areaName } from "#features/parts/values/area-name.ts";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { useLocale } from "#i18n/locale.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { GuidanceSection } from "./guidance-section.tsx";
import { createIsCoordinator } from "./is-coordinator.ts";
import { RoomsSection } from "./rooms-section.tsx";
import { TravelSection } from "./travel-section.tsx";

/** What holds for the whole area: its kinds of guidance, the rooms of its places, its driving times. Coordinators write it, everybody reads it. */
export const AreaPage = () => {
  const { texts, locale } = useLocale();
  const areas = createRecords(areaKind);
  const area = createMemo(() => [...areas().values()][0]);
  // The area's record has the id of its scope.
  const scope = () => (area()?.id ?? null) as string | null as ScopeId | null;
  const isCoordinator = createIsCoordinator(scope);
  createScreenTitle(() => texts().area.title);
  createHeadingFocus();
  return (
    <>
      <PageHeader
        back={{ href: "/settings", label: texts().settings.title }}
        title={texts().area.title}
        subtitle={areaName(area()?.values, locale())}
      />
      <Show
        when={area()}
        fallback={<EmptyState title={texts().area.missingTitle} text={texts().area.missingText} />}
      >
        {(found) => (
          <div class="stack">
            <Show when={!isCoordinator()}>
              <Notice>{texts().area.readOnly}</Notice>
            </Show>
            <GuidanceSection area={found()} canEdit={isCoordinator()} />
            <RoomsSection canEdit={isCoordinator()} />
            <TravelSection area={found()} canEdit={isCoordinator()} />
          </div>
        )}
      </Show>
    </>
  );
};
