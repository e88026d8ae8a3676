import "./strength-meter.css";

export interface StrengthMeterProps {
  /** What is measured: "Strength of the passphrase". */
  readonly label: string;
  readonly level: 0 | 1 | 2 | 3 | 4;
  /** The level in words; the bar only repeats it. */
  readonly text: string;
}

export function StrengthMeter(props: StrengthMeterProps) {
  return (
    <div class="strength">
      <meter
        class="strength-bar"
        data-level={props.level}
        min={0}
        max={4}
        value={props.level}
        aria-label={props.label}
        aria-valuetext={props.text}
      />
      <p class="strength-text" role="status">
        {props.text}
      </p>
    </div>
  );
}
