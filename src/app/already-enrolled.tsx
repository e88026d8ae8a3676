import { useStartLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { PageHeader } from "#ui/page-header.tsx";

/** An enrolment link opened where somebody has enrolled before: one browser holds one member's vault, and a backup is the way out of it. */
export const AlreadyEnrolled = () => {
  const { texts } = useStartLocale();
  return (
    <>
      <PageHeader title={texts().shell.alreadyTitle} subtitle={texts().shell.alreadyText} />
      <ButtonLink href="/backup">{texts().backup.make}</ButtonLink>
      <ButtonLink href="/">{texts().shell.toStart}</ButtonLink>
    </>
  );
};
