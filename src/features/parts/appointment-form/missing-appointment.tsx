import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { useLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { PageHeader } from "#ui/page-header.tsx";

/** Says that the appointment of an address is not here. */
export const MissingAppointment = () => {
  const { texts } = useLocale();
  createScreenTitle(() => texts().appointments.details.missingTitle);
  createHeadingFocus();
  return (
    <>
      <PageHeader
        title={texts().appointments.details.missingTitle}
        subtitle={texts().appointments.details.missingText}
      />
      <ButtonLink href="/appointments">{texts().appointments.details.toList}</ButtonLink>
    </>
  );
};
