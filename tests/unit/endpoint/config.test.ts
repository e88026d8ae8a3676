import { expect, test } from "vitest";
import { publicOrigin, readConfig } from "#endpoint/config.ts";

test("an empty environment has the usual settings", () => {
  const usual = {
    port: 8787,
    host: "127.0.0.1",
    dataFolder: "data",
    databaseUrl: null,
    origin: null,
    erasureKey: null,
  };
  expect(readConfig({})).toEqual({ ok: true, value: usual });
  expect(
    readConfig({ PORT: "", HOST: " ", KATVE_DATA: "", DATABASE_URL: "", KATVE_ORIGIN: "" }),
  ).toEqual({
    ok: true,
    value: usual,
  });
});

test("settings are taken from the environment", () => {
  const config = readConfig({
    PORT: "0",
    HOST: "0.0.0.0",
    KATVE_DATA: "/srv/katve",
    DATABASE_URL: "postgresql://katve@db.example/katve",
    KATVE_ORIGIN: "https://katve.example:8443",
    KATVE_ERASURE_KEY: "koeavain",
  });
  expect(config).toEqual({
    ok: true,
    value: {
      port: 0,
      host: "0.0.0.0",
      dataFolder: "/srv/katve",
      databaseUrl: "postgresql://katve@db.example/katve",
      origin: "https://katve.example:8443",
      erasureKey: "koeavain",
    },
  });
});

test.each([
  { PORT: "-1" },
  { PORT: "65536" },
  { PORT: "80a" },
  { PORT: "1e3" },
  { DATABASE_URL: "katve" },
  { DATABASE_URL: "mysql://katve@localhost/katve" },
  { DATABASE_URL: "postgresql://katve@localhost" },
  { DATABASE_URL: "postgresql://katve@localhost/" },
  { DATABASE_URL: "postgresql://katve@localhost/katve/more" },
  { KATVE_ORIGIN: "katve.example" },
  { KATVE_ORIGIN: "https://katve.example/" },
  { KATVE_ORIGIN: "https://katve.example/path" },
  { KATVE_ORIGIN: "ftp://katve.example" },
  { KATVE_ORIGIN: "HTTPS://katve.example" },
])("%o is refused by the setting's name", (environment) => {
  const [setting] = Object.keys(environment);
  expect(readConfig(environment)).toMatchObject({
    ok: false,
    failure: { code: "config.invalid", setting },
  });
});

test("people find the endpoint by its origin, or else on this machine", () => {
  expect(publicOrigin({ origin: "https://katve.example", port: 8787 })).toBe(
    "https://katve.example",
  );
  expect(publicOrigin({ origin: null, port: 9000 })).toBe("http://localhost:9000");
});
