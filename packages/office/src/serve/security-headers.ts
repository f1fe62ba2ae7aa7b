/**
 * What every answer forbids. Nothing is loaded from anybody else, no script or style stands inside a page, no form goes anywhere; a worker of
 * our own recounts in the page. Only pages made for it (`embed/`) may stand in somebody else's frame.
 * Content Security Policy Level 3; Referrer Policy; Permissions Policy (W3C).
 */
const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
];

/** Sensors and payments that a page of results never needs. */
const PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";

const SHARED = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Permissions-Policy": PERMISSIONS,
  "Cross-Origin-Opener-Policy": "same-origin",
  // Whoever recounts on a page of their own may fetch what is public.
  "Cross-Origin-Resource-Policy": "cross-origin",
} as const;

const PAGES = { ...SHARED, "Content-Security-Policy": [...POLICY, "frame-ancestors 'self'"].join("; ") } as const;
const EMBEDDED = { ...SHARED, "Content-Security-Policy": [...POLICY, "frame-ancestors *"].join("; ") } as const;

/** Security headers of the answer at a path (without its first slash). */
export function securityHeaders(path: string): Readonly<Record<string, string>> {
  return /^(?:[a-z]{2,3}\/)?embed[/.]/.test(path) ? EMBEDDED : PAGES;
}
