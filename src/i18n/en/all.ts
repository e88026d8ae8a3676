import type { Texts } from "../fi/all.ts";
import { pages } from "./pages.ts";
import { start } from "./start.ts";

export const texts: Texts = { ...start, ...pages };
