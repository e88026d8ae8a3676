import { createEffect, createSignal, type JSX } from "solid-js";
import { render } from "solid-js/web";
import "#ui/styles.ts";
import { ChoiceChips } from "#ui/choice-chips.tsx";
import { PageFrame } from "#ui/page-frame.tsx";
import { PageHeader } from "#ui/page-header.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import { SkipLink } from "#ui/skip-link.tsx";
import { ToastRegion } from "#ui/toast-region.tsx";
import { createToasts } from "#ui/toasts.ts";
import { ChoicesPart } from "./gallery-choices.tsx";
import { FieldsPart } from "./gallery-fields.tsx";
import { GalleryNavigation } from "./gallery-navigation.tsx";
import { StatesPart } from "./gallery-states.tsx";
import { SurfacesPart } from "./gallery-surfaces.tsx";

function Gallery() {
  const [theme, setTheme] = createSignal<"system" | "light" | "dark">("system");
  const toasts = createToasts();
  createEffect(() => {
    const root = document.documentElement;
    if (theme() === "system") delete root.dataset["theme"];
    else root.dataset["theme"] = theme();
  });
  return (
    <>
      <SkipLink target="main">Siirry sisältöön</SkipLink>
      <PageFrame navigation={<GalleryNavigation />}>
        <PageHeader title="Osat" subtitle="Jokainen osa jokaisessa tilassaan" />
        <ChoiceChips
          label="Teema"
          options={[
            { value: "system", label: "Laitteen mukaan" },
            { value: "light", label: "Vaalea" },
            { value: "dark", label: "Tumma" },
          ]}
          value={theme()}
          onChange={setTheme}
        />
        <Part title="Painikkeet ja tilat">
          <StatesPart toasts={toasts} />
        </Part>
        <Part title="Kentät">
          <FieldsPart />
        </Part>
        <Part title="Valinnat">
          <ChoicesPart />
        </Part>
        <Part title="Pinnat ja listat">
          <SurfacesPart />
        </Part>
      </PageFrame>
      <ToastRegion toasts={toasts} label="Viestit" closeLabel="Sulje viesti" />
    </>
  );
}

function Part(props: { readonly title: string; readonly children: JSX.Element }) {
  return (
    <section class="stack">
      <SectionTitle>{props.title}</SectionTitle>
      {props.children}
    </section>
  );
}

const root = document.getElementById("app");
if (root !== null) render(() => <Gallery />, root);
