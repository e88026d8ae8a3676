import { For, Show } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { RowList } from "#ui/row-list.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { createCurrentAllotments } from "../allotments.ts";
import { createNow } from "../environment.tsx";
import { HeldRow } from "../held-row.tsx";

/** The times that are held, and the way to hold some. */
export const Held = () => {
  const { texts } = useLocale();
  const current = createCurrentAllotments(createNow());
  return (
    <section class="stack" data-gap="tight" aria-label={texts().holding.listTitle}>
      <Show when={current().length > 0}>
        <SectionTitle>{texts().holding.listTitle}</SectionTitle>
        <RowList look="joined">
          <For each={current()}>
            {(allotment) => <HeldRow allotment={allotment} href="/hold" />}
          </For>
        </RowList>
      </Show>
      <ButtonLink href="/hold" kind="quiet">
        {texts().holding.title}
      </ButtonLink>
    </section>
  );
};
