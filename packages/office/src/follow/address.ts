import { BlockList, isIP } from "node:net";
import { fail, succeed } from "acta/basics";
import type { Result } from "acta/basics";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "[::1]"]);

/**
 * Reads an address: https only, and http for the machine itself. Names and passwords in it are refused, since they would end up in
 * logs and in the shell's history.
 */
export function parseAddress(text: string): Result<URL> {
  const url = urlOf(text);
  const bad = (reason: string): Result<URL> =>
    fail({
      code: "fetch.badAddress",
      where: url === null ? text.slice(0, 200) : shownAddress(url),
      context: { reason },
    });
  if (url === null) return bad("unreadable");
  if (url.username !== "" || url.password !== "") return bad("password");
  if (url.protocol === "https:") return succeed(url);
  return url.protocol === "http:" && isLoopback(url) ? succeed(url) : bad("notHttps");
}

/** Reads a URL, on top of another when it is relative; null when it is none. */
export function urlOf(text: string, base?: URL): URL | null {
  return URL.canParse(text, base?.href) ? new URL(text, base?.href) : null;
}

/** True for the machine itself. */
export function isLoopback(url: URL): boolean {
  return LOOPBACK.has(url.hostname);
}

/** An address as it may be shown and logged: without the part after `?`, where keys often stand. */
export function shownAddress(url: URL): string {
  return `${url.origin}${url.pathname}${url.search === "" ? "" : "?…"}`;
}

/** The name of the file at an address, made safe for a disk. */
export function fileNameOf(url: URL): string {
  return safeFileName(url.pathname.split("/").at(-1) ?? "");
}

/** A name without folders, control characters or anything else that a disk might take for something else. */
export function safeFileName(name: string): string {
  const safe = name.replaceAll(/[^A-Za-z0-9._-]+/g, "_").replace(/^\.+/, "");
  return safe === "" ? "file" : safe.slice(-100);
}

const PRIVATE = new BlockList();
for (const [network, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
] as const)
  PRIVATE.addSubnet(network, bits, "ipv4");
for (const [network, bits] of [
  ["::", 127],
  ["fc00::", 7],
  ["fe80::", 10],
] as const)
  PRIVATE.addSubnet(network, bits, "ipv6");

/** True for a number of the machine itself or of a network behind a router (RFC 1918, 4193, 6598, 6890). */
export function isPrivateNumber(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && PRIVATE.check(address, version === 4 ? "ipv4" : "ipv6");
}

/** True when the host of an address is written as a private number, or is the machine itself. Names are looked at when they are resolved. */
export function hasPrivateHost(url: URL): boolean {
  return isLoopback(url) || isPrivateNumber(url.hostname.replace(/^\[|\]$/g, ""));
}
