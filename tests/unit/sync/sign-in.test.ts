import { createPublicKey, verify } from "node:crypto";
import { describe, expect, test } from "vitest";
import { toInstant } from "#domain/instant.ts";
import { makeDeviceKeys, signWith } from "#store/identity.ts";
import { makeAssertion } from "#sync/sign-in.ts";
import { makeTestPlatform } from "../../support/platform.ts";

describe("an assertion", () => {
  test("is a token that the device's public key verifies and that tells the endpoint's time", async () => {
    const platform = makeTestPlatform(3);
    const keys = await makeDeviceKeys(platform);
    const token = await makeAssertion(
      {
        device: keys.device,
        sign: (text) => signWith(keys.privateKey, text, platform.subtle),
      },
      toInstant(1_800_000_000_999),
      platform.chance,
    );
    const [header = "", claims = "", signature = ""] = token.split(".");
    const key = createPublicKey({ key: { ...keys.publicKey }, format: "jwk" });
    const isRight = verify(
      "sha256",
      Buffer.from(`${header}.${claims}`),
      { key, dsaEncoding: "ieee-p1363" },
      Buffer.from(signature, "base64url"),
    );
    expect(isRight).toBe(true);
    expect(JSON.parse(Buffer.from(header, "base64url").toString())).toEqual({
      alg: "ES256",
      typ: "JWT",
    });
    expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toMatchObject({
      iss: keys.device,
      sub: keys.device,
      aud: "katve",
      iat: 1_800_000_000,
      exp: 1_800_000_120,
    });
  });
});
