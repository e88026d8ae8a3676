import { useStartLocale } from "#i18n/locale.ts";
import type { StorageFailure } from "#store/guard.ts";
import { Button } from "#ui/button.tsx";
import { PageFrame } from "#ui/page-frame.tsx";
import { PageHeader } from "#ui/page-header.tsx";

/** The device's disk could not be read. Nothing is touched; the page can be opened again. */
export const Unreadable = (props: { readonly failure: StorageFailure }) => {
  const { texts } = useStartLocale();
  return (
    <PageFrame>
      <PageHeader
        title={texts().shell.defectTitle}
        subtitle={texts().failures[props.failure.code]}
      />
      <Button onClick={() => location.reload()}>{texts().shell.reload}</Button>
    </PageFrame>
  );
};
