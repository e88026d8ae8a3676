import { createSignal } from "solid-js";
import type { MemberId } from "#domain/ids.ts";
import { useLocale } from "#i18n/locale.ts";
import { Button } from "#ui/button.tsx";
import { Card } from "#ui/card.tsx";
import { copyText } from "#features/parts/screen/copy-text.ts";
import "./member-id-card.css";

/** The id by which a coordinator makes a code for exactly this member. */
export const MemberIdCard = (props: { readonly member: MemberId }) => {
  const { texts } = useLocale();
  const [copied, setCopied] = createSignal<boolean | null>(null);
  const note = () => {
    if (copied() === null) return texts().registration.memberIdText;
    return copied() === true ? texts().common.copied : texts().common.notCopied;
  };
  return (
    <Card>
      <div class="stack" data-gap="tight">
        <p>{texts().registration.memberId}</p>
        <p class="member-id" translate="no">
          {props.member}
        </p>
        <p role="status">{note()}</p>
        <Button onClick={() => void copyText(props.member).then(setCopied)}>
          {texts().common.copy}
        </Button>
      </div>
    </Card>
  );
};
