import "./skip-link.css";

export interface SkipLinkProps {
  /** The id of the main content, which takes focus (`tabindex="-1"`). */
  readonly target: string;
  readonly children: string;
}

export function SkipLink(props: SkipLinkProps) {
  const skip = (event: MouseEvent) => {
    // A hash link would go through the router and leave a step in the history.
    event.preventDefault();
    document.getElementById(props.target)?.focus();
  };
  return (
    <a class="skip-link" href={`#${props.target}`} onClick={skip}>
      {props.children}
    </a>
  );
}
