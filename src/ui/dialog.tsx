import {
  CloseButton,
  Content,
  Description,
  Overlay,
  Portal,
  Root,
  Title,
} from "@kobalte/core/dialog";
import X from "lucide-solid/icons/x";
import { Show, type JSX } from "solid-js";
import { createPageMark } from "./page-mark.ts";
import "./dialog.css";
import "./icon-button.css";

export interface DialogProps {
  readonly open: boolean;
  /** Escape, the backdrop or the close button; the caller then sets `open` to false. */
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: string | undefined;
  /** Names the cross in the corner; without it the footer must offer a way out. */
  readonly closeLabel?: string | undefined;
  readonly children?: JSX.Element;
  /** Buttons, kept in reach at the bottom. */
  readonly footer?: JSX.Element;
  readonly role?: "dialog" | "alertdialog" | undefined;
}

/** A sheet from the bottom on a phone, a centred box on a laptop. Focus stays in and returns. */
export function Dialog(props: DialogProps) {
  const change = (open: boolean) => {
    if (!open) props.onClose();
  };
  let cameFrom: Element | null = null;
  const enter = (event: Event) => {
    event.preventDefault();
    cameFrom = document.activeElement;
    const content = event.currentTarget;
    if (!(content instanceof HTMLElement)) return;
    // The dialog itself by default: its title is read, and Enter presses nothing unread.
    (content.querySelector<HTMLElement>("[autofocus]") ?? content).focus();
  };
  const leave = (event: Event) => {
    event.preventDefault();
    if (cameFrom instanceof HTMLElement) cameFrom.focus();
  };
  return (
    <Root open={props.open} onOpenChange={change}>
      <Portal>
        <Overlay class="dialog-backdrop" />
        <div class="dialog-place">
          <Content
            class="dialog"
            role={props.role ?? "dialog"}
            aria-modal="true"
            onOpenAutoFocus={enter}
            onCloseAutoFocus={leave}
          >
            <Mark />
            <div class="dialog-head">
              <Title class="dialog-title">{props.title}</Title>
              <Show when={props.closeLabel}>
                {(label) => (
                  <CloseButton class="icon-button" aria-label={label()}>
                    <X />
                  </CloseButton>
                )}
              </Show>
            </div>
            <div class="dialog-body">
              <Show when={props.description}>
                <Description class="dialog-description">{props.description}</Description>
              </Show>
              {props.children}
            </div>
            <Show when={props.footer}>
              {(footer) => <div class="dialog-footer">{footer()}</div>}
            </Show>
          </Content>
        </div>
      </Portal>
    </Root>
  );
}

/** Made and gone with the open dialog. */
function Mark() {
  createPageMark("dialog");
  return null;
}
