import { useStartLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { PageHeader } from "#ui/page-header.tsx";

export const NotFound = () => {
  const { texts } = useStartLocale();
  return (
    <>
      <PageHeader title={texts().shell.notFoundTitle} subtitle={texts().shell.notFoundText} />
      <ButtonLink href="/">{texts().shell.toStart}</ButtonLink>
    </>
  );
};
