import { createSignal, createUniqueId } from "solid-js";
import { describedBy, FieldFrame, type FieldTexts } from "./field-frame.tsx";
import "./button.css";
import "./file-field.css";

export interface FileFieldProps extends FieldTexts {
  readonly chooseLabel: string;
  /** Stands where the name of the file will. */
  readonly emptyText: string;
  /** What the picker offers first, as in HTML's `accept`. */
  readonly accept?: string | undefined;
  readonly onChoose: (file: File | null) => void;
}

/** One file from the device. The native control lies transparent over a button in the program's own language. */
export function FileField(props: FileFieldProps) {
  const id = createUniqueId();
  const [name, setName] = createSignal("");
  return (
    <FieldFrame id={id} label={props.label} mark={props.mark} hint={props.hint} error={props.error}>
      <div class="file-field">
        <span class="button" data-kind="secondary" aria-hidden="true">
          {props.chooseLabel}
        </span>
        <span class="file-field-name" aria-hidden="true">
          {name() || props.emptyText}
        </span>
        <input
          class="file-field-input"
          id={id}
          type="file"
          accept={props.accept}
          aria-invalid={props.error ? "true" : undefined}
          aria-describedby={describedBy(id, props)}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0] ?? null;
            setName(file?.name ?? "");
            props.onChoose(file);
          }}
        />
      </div>
    </FieldFrame>
  );
}
