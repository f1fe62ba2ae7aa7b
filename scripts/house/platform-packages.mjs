/**
 * @typedef {{
 *   version?: string, dev?: boolean, license?: string, engines?: object, optionalDependencies?: Record<string, string>,
 * }} LockedPackage
 */

/**
 * What a native package runs on, read from a name such as `@oxlint/binding-linux-arm64-musl`.
 * @param {string} name
 */
function platformOf(name) {
  const match = /(?:binding-|-|\/)(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-([a-z]+))?$/.exec(
    name,
  );
  if (match === null) return undefined;
  const [, os = "", cpu = "", abi = ""] = match;
  const libc = { gnu: ["glibc"], musl: ["musl"] }[abi];
  return { ...(libc === undefined ? {} : { libc }), cpu: [cpu], os: [os] };
}

/**
 * The lock entries of native packages that a locked package wants for other platforms and the lock does not hold.
 * @param {{ packages: Record<string, LockedPackage> }} lock
 * @returns {Record<string, object>}
 */
export function missingPlatforms({ packages }) {
  /** @type {Record<string, object>} */
  const missing = {};
  for (const [path, parent] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
      const held = [`${path}/node_modules/${name}`, `node_modules/${name}`].some((at) => packages[at] !== undefined);
      const platform = platformOf(name.replace("-arm-eabi", "-arm"));
      if (held || platform === undefined) continue;
      missing[`node_modules/${name}`] = {
        version,
        ...platform,
        ...(parent.dev ? { dev: true } : {}),
        ...(parent.engines === undefined ? {} : { engines: parent.engines }),
        ...(parent.license === undefined ? {} : { license: parent.license }),
        optional: true,
      };
    }
  }
  return missing;
}
