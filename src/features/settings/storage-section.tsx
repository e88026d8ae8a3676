import { createSignal, onMount, Show } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { SectionTitle } from "#ui/section-title.tsx";
import type { StoragePort } from "./storage-port.ts";

/** Whether the browser promises to keep what is on the device. */
export const StorageSection = (props: { readonly storage: StoragePort }) => {
  const { texts } = useLocale();
  const [isPersisted, setPersisted] = createSignal<boolean | null>(null);
  const [wasRefused, setRefused] = createSignal(false);
  onMount(() => void props.storage.persisted().then(setPersisted));
  const ask = async () => {
    const answer = await props.storage.persist();
    setPersisted(answer);
    setRefused(answer === false);
  };
  const sentence = () => {
    if (isPersisted() === null) return texts().settings.unknownStorage;
    return isPersisted() === true ? texts().settings.persisted : texts().settings.notPersisted;
  };
  return (
    <section class="stack" aria-labelledby="storage">
      <SectionTitle id="storage">{texts().settings.storage}</SectionTitle>
      <Card>
        <div class="stack" data-gap="tight">
          <p role="status">
            {sentence()} {wasRefused() ? texts().settings.persistRefused : ""}
          </p>
          <Show when={isPersisted() === false}>
            <Button onClick={() => void ask()}>{texts().settings.persist}</Button>
          </Show>
        </div>
      </Card>
    </section>
  );
};
