import MessageSquare from "lucide-solid/icons/message-square";
import Phone from "lucide-solid/icons/phone";
import { useLocale } from "#i18n/locale.ts";
import { ButtonLink } from "#ui/button-link.tsx";
import { smsHref, telHref } from "./phone-links.ts";

/** Calls somebody, or opens a message that is written already; the person sends it, nothing else does. */
export const ContactLinks = (props: {
  readonly phone: string;
  readonly who: string;
  readonly message: string;
}) => {
  const { texts } = useLocale();
  return (
    <>
      <ButtonLink
        href={telHref(props.phone)}
        icon={<Phone />}
        label={texts().calls.call(props.who)}
      >
        {texts().calls.callShort}
      </ButtonLink>
      <ButtonLink
        href={smsHref(props.phone, props.message)}
        icon={<MessageSquare />}
        label={texts().calls.message(props.who)}
      >
        {texts().calls.messageShort}
      </ButtonLink>
    </>
  );
};
