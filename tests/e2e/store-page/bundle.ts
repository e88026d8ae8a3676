import { join } from "node:path";
import { build, type Plugin, type Rolldown } from "vite";

/** A piece of the program's source that another build has otherwise. */
export type Change = { readonly file: string; readonly from: string; readonly to: string };

/**
 * `page.ts` and the program's own modules as one script. `change` makes it the script of another build; throws when the
 * piece that it changes is not there.
 */
export const bundleStorePage = async (change?: Change): Promise<string> => {
  const input = join(import.meta.dirname, "page.ts");
  const built = (await build({
    configFile: false,
    logLevel: "error",
    plugins: change === undefined ? [] : [changing(change)],
    build: {
      write: false,
      modulePreload: false,
      rollupOptions: { input, output: { format: "iife" } },
    },
  })) as Rolldown.RolldownOutput;
  const [chunk] = built.output;
  if (built.output.length !== 1) throw new Error("the script is not in one piece");
  return chunk.code;
};

const changing = ({ file, from, to }: Change): Plugin => {
  let isFound = false;
  return {
    name: "another-build",
    transform(code, id) {
      if (!id.endsWith(file)) return null;
      if (!code.includes(from)) throw new Error(`${file} does not say ${from}`);
      isFound = true;
      return code.replace(from, to);
    },
    buildEnd() {
      if (!isFound) throw new Error(`${file} is not part of the page`);
    },
  };
};
