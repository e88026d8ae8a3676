import ipaddr from "ipaddr.js";

/** The addresses that IPv6 gives out to the whole Internet (IANA IPv6 Global Unicast Address Assignments). */
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/**
 * Whether an address is one of the whole Internet: neither private, loopback, link-local (where clouds keep their
 * metadata), shared by a carrier, unique local, unspecified, reserved, nor one that stands for an IPv4 address inside IPv6 (IANA
 * IPv4 and IPv6 Special-Purpose Address Registries). What is no address is not public.
 */
export const isPublicAddress = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv6 ? address.match(globalUnicast) : true;
};
