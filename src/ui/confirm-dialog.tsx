import { Button } from "./button.tsx";
import { Dialog } from "./dialog.tsx";

export interface ConfirmDialogProps {
  readonly open: boolean;
  readonly title: string;
  /** What will happen, and whether it can be taken back. */
  readonly text: string;
  /** Says what it does: "Delete the note", never "OK". */
  readonly confirmLabel: string;
  readonly cancelLabel: string;
  readonly danger?: boolean | undefined;
  readonly busy?: boolean | undefined;
  readonly busyLabel?: string | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  return (
    <Dialog
      role="alertdialog"
      open={props.open}
      onClose={() => props.onCancel()}
      title={props.title}
      description={props.text}
      footer={
        <>
          <Button onClick={() => props.onCancel()}>{props.cancelLabel}</Button>
          <Button
            kind={props.danger === true ? "danger" : "primary"}
            busy={props.busy}
            busyLabel={props.busyLabel}
            onClick={() => props.onConfirm()}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    />
  );
}
