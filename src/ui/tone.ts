/** What a colour may mean: agreed, waiting for somebody, broken; beside a word, never alone. */
export type Tone = "certain" | "waiting" | "broken" | "info" | "neutral";
