import { useStartLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { PageFrame } from "#ui/page-frame.tsx";
import { PageHeader } from "#ui/page-header.tsx";

/** A broken invariant somewhere below: what was saved is safe, and the page starts anew. */
export const Defect = (props: { readonly error: unknown }) => {
  const { texts } = useStartLocale();
  // The one place where a defect of the client leaves a trace: in the device's own console, nowhere else.
  // oxlint-disable-next-line no-console
  console.error(props.error);
  return (
    <PageFrame>
      <PageHeader title={texts().shell.defectTitle} subtitle={texts().shell.defectText} />
      <Button onClick={() => location.reload()}>{texts().shell.reload}</Button>
    </PageFrame>
  );
};
