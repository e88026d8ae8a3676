/**
 * Counts what the endpoint does. Labels are words from the program itself (a route, a status, a result), so no number
 * tells anything about a person.
 */
export type Metrics = {
  count(name: MetricName, labels?: Labels, by?: number): void;
  /** All counts in the text format of Prometheus (Prometheus documentation, "Exposition formats", version 0.0.4). */
  render(): string;
};

type Labels = { readonly [label: string]: string | number };
type MetricName = keyof typeof descriptions;

const descriptions = {
  katve_requests_total: ["counter", "Answered requests by route and status."],
  katve_request_seconds_total: ["counter", "Seconds until the answer began, by route."],
  katve_edits_total: ["counter", "Edits by what became of them."],
  katve_rows_sent_total: ["counter", "Records sent in answers."],
  katve_defects_total: ["counter", "Requests that ended in a defect."],
  katve_events_open: ["gauge", "Devices that are listening for wake-ups."],
} as const;

/** Counters from zero. */
export const makeMetrics = (): Metrics => {
  const values = new Map<MetricName, Map<string, number>>();
  return {
    count: (name, labels = {}, by = 1) => {
      const series = values.get(name) ?? new Map<string, number>();
      const key = Object.entries(labels)
        .map(([label, value]) => `${label}="${value}"`)
        .join(",");
      series.set(key, (series.get(key) ?? 0) + by);
      values.set(name, series);
    },
    render: () =>
      (Object.keys(descriptions) as MetricName[])
        .map((name) => {
          const [type, help] = descriptions[name];
          const series = [...(values.get(name) ?? new Map([["", 0]]))];
          const lines = series.map(
            ([key, value]) => `${name}${key === "" ? "" : `{${key}}`} ${value}\n`,
          );
          return `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${lines.join("")}`;
        })
        .join(""),
  };
};
