import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Checked } from "../store-page/transactions.ts";
import { axeSource, findBarriers } from "../support/barriers.ts";
import {
  Builder,
  By,
  Capabilities,
  until,
  type WebDriver,
  type WebElement,
} from "selenium-webdriver";

/** A WebKitGTK browser driven by the words on the screen. Its profile lives as long as the browser. */
export type WebKitPhone = {
  open(url: string): Promise<void>;
  fill(label: string, text: string): Promise<void>;
  press(name: string | RegExp): Promise<void>;
  follow(name: string): Promise<void>;
  sees(text: RegExp): Promise<void>;
  seesHeading(text: string): Promise<void>;
  /** Waits until the service worker has put the program on the device. */
  isOnDevice(): Promise<void>;
  /** What keeps people out of the screen as it is now. */
  barriers(): Promise<string[]>;
  /** Runs the commits of the store on this browser's own disk, in a page that is open. */
  transactionChecks(script: string): Promise<readonly Checked[]>;
  /** What is on the screen, in words: for whoever looks into a failure. */
  words(): Promise<string>;
  close(): Promise<void>;
};

const patienceMs = 20_000;
const miniBrowser = "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser";

/** Starts the browser. Needs a display: run under xvfb-run. */
export const takeWebKit = async (): Promise<WebKitPhone> => {
  const port = 20_000 + (process.pid % 20_000);
  const service = spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const driver = await connect(`http://127.0.0.1:${port}`);
  await driver.manage().window().setRect({ width: 500, height: 900, x: 0, y: 0 });
  return phoneOf(driver, service);
};

const connect = async (server: string): Promise<WebDriver> => {
  const capabilities = new Capabilities({
    browserName: "MiniBrowser",
    "webkitgtk:browserOptions": { binary: miniBrowser, args: ["--automation"] },
  });
  const giveUpAt = Date.now() + patienceMs;
  for (;;) {
    try {
      return await new Builder().usingServer(server).withCapabilities(capabilities).build();
    } catch (error) {
      if (Date.now() > giveUpAt) throw error;
    }
  }
};

const phoneOf = (driver: WebDriver, service: ChildProcess): WebKitPhone => {
  /** The first visible element of a selector whose accessible name or text fits. */
  const find = async (selector: string, name: string | RegExp): Promise<WebElement> => {
    const fits = (text: string) => (typeof name === "string" ? text === name : name.test(text));
    return driver.wait(
      async () => {
        for (const element of await driver.findElements(By.css(selector))) {
          const [text, label] = await Promise.all([
            element.getText(),
            element.getAttribute("aria-label"),
          ]).catch(() => ["", null] as const);
          if (fits(text.trim()) || fits(label ?? "")) return element;
        }
        return null;
      },
      patienceMs,
      `no ${selector} named ${String(name)}`,
    ) as Promise<WebElement>;
  };

  return {
    async open(url) {
      // A fragment alone would not load the page.
      await driver.get("about:blank");
      await driver.get(url);
    },
    async fill(label, text) {
      const shown = await find("label", new RegExp(`^${label}`));
      const input = await driver.findElement(By.id((await shown.getAttribute("for")) ?? ""));
      await input.clear();
      await input.sendKeys(text);
    },
    async press(name) {
      await (await find("button", name)).click();
    },
    async follow(name) {
      await (await find("a", name)).click();
    },
    async sees(text) {
      await driver.wait(() => has(driver, text), patienceMs, `${text.source} is not on the screen`);
    },
    async seesHeading(text) {
      await driver.wait(
        until.elementLocated(By.xpath(`//h1[normalize-space()='${text}']`)),
        patienceMs,
      );
    },
    async isOnDevice() {
      await driver.executeAsyncScript(
        "const done = arguments[0]; navigator.serviceWorker.ready.then(() => done());",
      );
    },
    barriers: () =>
      driver.executeAsyncScript<string[]>(
        `const done = arguments[0];\n${axeSource};\n${findBarriers}.then(done);`,
      ),
    async transactionChecks(script) {
      await driver.executeScript(script);
      return driver.executeAsyncScript<readonly Checked[]>(
        "const done = arguments[0]; globalThis.katve.transactionChecks().then(done);",
      );
    },
    words: async () => (await driver.findElement(By.css("body"))).getText(),
    async close() {
      await driver.quit().catch(() => undefined);
      service.kill("SIGKILL");
      if (service.exitCode === null && service.signalCode === null) await once(service, "exit");
    },
  };
};

/** Whether any line of the screen fits. */
const has = async (driver: WebDriver, text: RegExp): Promise<boolean> => {
  const lines = (await driver.findElement(By.css("body")).getText()).split("\n");
  return lines.some((line) => text.test(line.trim()));
};
