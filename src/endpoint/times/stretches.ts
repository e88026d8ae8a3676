/** Stretches of time, `start` included and `end` not. Those that meet are one. */
export class Stretches {
  #stretches: { readonly start: number; readonly end: number }[] = [];

  add(start: number, end: number): void {
    const met = this.#stretches.filter((other) => other.start <= end && other.end >= start);
    const whole = {
      start: Math.min(start, ...met.map((other) => other.start)),
      end: Math.max(end, ...met.map((other) => other.end)),
    };
    this.#stretches = [...this.#stretches.filter((other) => !met.includes(other)), whole];
  }

  /** Whether all of a stretch is among them. */
  isWithin(start: number, end: number): boolean {
    return this.#stretches.some((other) => other.start <= start && end <= other.end);
  }
}
