import { readFileSync } from "node:fs";
import { webcrypto } from "node:crypto";
import { describe, expect, test } from "vitest";
import { bytesToBase64Url } from "#domain/ids.ts";
import { readBackupContent } from "#store/backup/backup-content.ts";
import { openBackupFile, sealBackupFile } from "#store/backup/backup-file.ts";
import { realDeriveKey } from "../../../support/argon2.ts";
import { makeTestPlatform } from "../../../support/platform.ts";
import { expectFailure, expectOk } from "../../../support/result.ts";

const platform = makeTestPlatform(1);
const passphrase = "kopion oma pitkä tunnuslause";
const encode = (text: string) => new TextEncoder().encode(text);
const made = async (content = `{"sana":"${"Kajaani ".repeat(40)}"}`) => ({
  content,
  file: await sealBackupFile(content, passphrase, platform),
});
const textOf = (file: Uint8Array) => new TextDecoder().decode(file);
const open = (text: string, phrase = passphrase) => openBackupFile(encode(text), phrase, platform);

/** A file that somebody changed and gave a fitting checksum again. */
const withFreshDigest = async (text: string) => {
  const words = text.trim().split(/\s+/).slice(0, -2);
  const told = [...words.slice(0, 7), words.slice(7).join("")].join(" ");
  const digest = await webcrypto.subtle.digest("SHA-256", encode(told));
  return `${told}\nsha256 ${bytesToBase64Url(new Uint8Array(digest))}\n`;
};

describe("a backup file", () => {
  test("opens with its passphrase, also with spaces around it or composed letters apart", async () => {
    const { content, file } = await made();
    for (const phrase of [passphrase, `  ${passphrase.normalize("NFD")} `]) {
      expect(expectOk(await openBackupFile(file, phrase, platform))).toEqual({
        version: 2,
        content,
      });
    }
  });

  test("is text that says what it is, tells nothing of its content, and is never the same twice", async () => {
    const { file } = await made();
    const text = textOf(file);
    expect(text).toMatch(
      /^katve-backup 2\nargon2id 65536 3 1 [\w-]{22}\n[\w\n-]+\nsha256 [\w-]{43}\n$/,
    );
    expect(text).not.toContain("Kajaani");
    expect(textOf((await made()).file)).not.toBe(text);
  });

  test("opens after a mail program has broken its lines otherwise", async () => {
    const { content, file } = await made();
    const lines = textOf(file).trimEnd().split("\n");
    const [first = "", second = "", ...rest] = lines;
    const box = rest.slice(0, -1).join("");
    const broken = `\uFEFF${first}\r\n${second}\r\n${box.replace(/(.{50})/g, "$1 \r\n")}\r\n\r\n${lines.at(-1)}\r\n`;
    expect(expectOk(await open(broken)).content).toBe(content);
    const crlf = textOf(file).replaceAll("\n", "\r\n");
    expect(expectOk(await open(`\uFEFF${crlf}`)).content).toBe(content);
  });

  test("stays closed to another passphrase", async () => {
    const { file } = await made();
    expect(expectFailure(await open(textOf(file), "jokin aivan muu lause"))).toEqual({
      code: "backup.passphrase_wrong",
    });
  });

  test("that was cut anywhere or changed is told from a wrong passphrase", async () => {
    const text = textOf((await made()).file).trimEnd();
    for (let length = 14; length < text.length; length += 17) {
      expect(expectFailure(await open(text.slice(0, length)))).toEqual({ code: "backup.damaged" });
    }
    for (let at = 14; at < text.length; at += 19) {
      const changed = text.slice(0, at) + (text[at] === "A" ? "B" : "A") + text.slice(at + 1);
      expect(expectFailure(await open(changed))).toEqual({ code: "backup.damaged" });
    }
  });

  test("whose head was changed together with its checksum does not open", async () => {
    const text = textOf((await made()).file);
    const cheaper = await withFreshDigest(text.replace("argon2id 65536 3", "argon2id 65536 2"));
    expect(expectFailure(await open(cheaper))).toEqual({ code: "backup.passphrase_wrong" });
  });

  test.each(["argon2id 9999999 3 1", "argon2id 65536 99 1", "argon2id 4 3 1", "scrypt 65536 3 1"])(
    "that asks for %s is none of ours",
    async (head) => {
      const text = textOf((await made()).file);
      const greedy = await withFreshDigest(text.replace("argon2id 65536 3 1", head));
      expect(expectFailure(await open(greedy))).toEqual({ code: "backup.damaged" });
    },
  );

  test("of a newer version says so", async () => {
    const text = textOf((await made()).file);
    const newer = await withFreshDigest(text.replace("katve-backup 2", "katve-backup 3"));
    expect(expectFailure(await open(newer))).toEqual({ code: "backup.newer" });
  });

  test.each(["", "Hei!", "%PDF-1.7\n%âãÏÓ", "katve-backups 1"])("is not %j", async (text) => {
    expect(expectFailure(await open(text))).toEqual({ code: "backup.unknown" });
  });

  test("that holds something else than a backup is damaged", async () => {
    for (const content of ["Hei!", "{}", '{"member":1}']) {
      const { file } = await made(content);
      const opened = expectOk(await openBackupFile(file, passphrase, platform));
      expect(expectFailure(readBackupContent(opened))).toEqual({ code: "backup.damaged" });
    }
  });
});

test.each(["backup-1", "backup-2"])(
  "%s of the published examples is read to what it holds",
  async (name) => {
    const example = JSON.parse(
      readFileSync(new URL(`../../../vectors/store/${name}.json`, import.meta.url), "utf8"),
    ) as { passphrase: string; file: string[]; content: object };
    const opened = expectOk(
      await openBackupFile(encode(example.file.join("\n")), example.passphrase, {
        ...platform,
        deriveKey: realDeriveKey,
      }),
    );
    // The first version had no acknowledged edits.
    expect(expectOk(readBackupContent(opened))).toEqual({ sent: [], ...example.content });
  },
);
