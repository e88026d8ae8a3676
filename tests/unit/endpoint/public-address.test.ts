import { describe, expect, test } from "vitest";
import { isPublicAddress } from "#endpoint/calendars/public-address.ts";

const closed = [
  "0.0.0.0",
  "0.1.2.3",
  "10.0.0.1",
  "100.64.0.1",
  "100.127.255.255",
  "127.0.0.1",
  "127.255.255.254",
  "169.254.169.254",
  "172.16.0.1",
  "172.31.255.255",
  "192.0.0.8",
  "192.0.2.1",
  "192.168.1.1",
  "198.18.0.1",
  "198.51.100.1",
  "203.0.113.1",
  "224.0.0.1",
  "240.0.0.1",
  "255.255.255.255",
  "::",
  "::1",
  "::127.0.0.1",
  "::ffff:127.0.0.1",
  "::ffff:8.8.8.8",
  "::ffff:0:8.8.8.8",
  "64:ff9b::a9fe:a9fe",
  "100::1",
  "2001:db8::1",
  "2001::1",
  "2002:7f00:1::1",
  "4000::1",
  "fc00::1",
  "fd00:ec2::254",
  "fe80::1",
  "fe80::1%eth0",
  "fec0::1",
  "ff02::1",
  "kalenteri.example",
  "",
];

describe("an address of the whole Internet", () => {
  test.each(["93.184.215.14", "8.8.8.8", "100.63.255.255", "172.32.0.1", "2606:4700::1111"])(
    "is %s",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
  test.each(closed)("is not %s", (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
