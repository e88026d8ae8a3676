import { createSignal, onMount, Show } from "solid-js";
import { useLocale } from "#i18n/locale.ts";
import type { Backup } from "#store/backup/backup.ts";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";
import { useEnvironment } from "../environment.tsx";
import type { HandOver } from "#features/parts/screen/file-hand-over.ts";

/** A backup that was made: handed over at once where the browser lets it, and again as often as wanted. */
export const Ready = (props: {
  readonly backup: Backup;
  readonly file: File;
  readonly handOver: HandOver;
}) => {
  const { store } = useEnvironment();
  const { texts } = useLocale();
  const [said, setSaid] = createSignal("");
  const canShare = () => props.handOver.canShare(props.file);
  const noteTaken = async () => {
    const noted = await store.backup.noteTaken(props.backup);
    setSaid(noted.ok ? texts().backup.taken : texts().failures[noted.failure.code]);
  };
  const share = async (wasPressed: boolean) => {
    const outcome = await props.handOver.share(props.file);
    // The press that began it all may be too long ago for the share sheet: then the button is the second one.
    setSaid(outcome === "refused" && wasPressed ? texts().backup.shareFailed : "");
    if (outcome === "shared") await noteTaken();
  };
  const save = () => {
    props.handOver.save(props.file);
    void noteTaken();
  };
  onMount(() => {
    if (canShare()) void share(false);
    else save();
  });
  return (
    <Notice
      tone="certain"
      title={texts().backup.ready}
      action={
        <>
          <Show when={canShare()}>
            <Button onClick={() => void share(true)}>{texts().backup.share}</Button>
          </Show>
          <Button onClick={save}>{texts().backup.save}</Button>
        </>
      }
    >
      <p>{texts().backup.readyText}</p>
      <p role="status">{said()}</p>
    </Notice>
  );
};
