import TriangleAlert from "lucide-solid/icons/triangle-alert";
import "./mark-button.css";

export interface MarkButtonProps {
  /** The word that carries the meaning: "Two versions". */
  readonly label: string;
  /** What the mark is about, spoken after the label and not shown: the field it stands under shows it. */
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
      aria-label={`${props.label}: ${props.about}`}
      onClick={() => props.onClick()}
    >
      <span class="mark-button-pill">
        <TriangleAlert class="mark-button-icon" />
        {props.label}
      </span>
    </button>
  );
}
