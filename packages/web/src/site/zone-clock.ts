/** What a clock in a zone is ahead of UTC at a moment, in milliseconds; 0 for a zone that this browser does not know. */
export function offsetIn(zone: string): (moment: number) => number {
  const format = clockOf(zone);
  return (moment) => {
    const part = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
    const wall = Date.UTC(
      part.get("year") ?? 1970,
      (part.get("month") ?? 1) - 1,
      part.get("day") ?? 1,
      part.get("hour") ?? 0,
      part.get("minute") ?? 0,
      part.get("second") ?? 0,
    );
    return wall - Math.floor(moment / 1000) * 1000;
  };
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const parts = {
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  } as const;
  try {
    return new Intl.DateTimeFormat("en-GB", { ...parts, hourCycle: "h23", timeZone: zone });
  } catch {
    // A definition names a zone that was known where it was written.
    return new Intl.DateTimeFormat("en-GB", { ...parts, hourCycle: "h23", timeZone: "UTC" });
  }
}
