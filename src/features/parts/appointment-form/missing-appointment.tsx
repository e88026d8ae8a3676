import type { RecordId } from "#domain/ids.ts";
import { createErased } from "#features/environment.tsx";
import { createHeadingFocus } from "#features/parts/screen/focus.ts";
import { createScreenTitle } from "#features/parts/screen/screen-title.ts";
import { useLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { PageHeader } from "#ui/page-header.tsx";

/** Says that the appointment of an address is not here, and why, where the device knows. */
export const MissingAppointment = (props: { readonly id: RecordId }) => {
  const { texts } = useLocale();
  const isErased = createErased(() => props.id);
  const title = () =>
    isErased() ? texts().erased.title : texts().appointments.details.missingTitle;
  const text = () => (isErased() ? texts().erased.text : texts().appointments.details.missingText);
  createScreenTitle(title);
  createHeadingFocus();
  return (
    <>
      <PageHeader title={title()} subtitle={text()} />
      <ButtonLink href="/appointments">{texts().appointments.details.toList}</ButtonLink>
    </>
  );
};
