import TriangleAlert from "lucide-solid/icons/triangle-alert";
import "./mark-button.css";

export interface MarkButtonProps {
  /** The word that carries the meaning: "Two versions". */
  readonly label: string;
  /** What the mark is about: between two fields nobody sees which it belongs to. */
  readonly about: string;
  readonly onClick: () => void;
}

/** A small mark under a field that opens what it tells of. */
export function MarkButton(props: MarkButtonProps) {
  return (
    <button
      class="mark-button"
      type="button"
      aria-haspopup="dialog"
      onClick={() => props.onClick()}
    >
      <span class="mark-button-pill">
        <TriangleAlert class="mark-button-icon" />
        {props.label}: {props.about}
      </span>
    </button>
  );
}
