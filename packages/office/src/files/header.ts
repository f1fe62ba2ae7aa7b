/**
 * Names columns out of the rows of a header, which must be of equal length.
 * An empty cell of an upper row belongs to the cell on its left, as merged cells are saved, unless a row above it starts
 * something new there. Parts are joined with " / ", empty ones left out; repeated names are numbered.
 */
export function nameColumns(rows: readonly (readonly string[])[]): string[] {
  const last = rows.at(-1) ?? [];
  const upper = rows.slice(0, -1);
  const current = upper.map(() => "");
  const names = last.map((own, column) => {
    let starts = false;
    const parts = upper.map((row, depth) => {
      const cell = row[column] ?? "";
      if (cell !== "" || starts) current[depth] = cell;
      starts ||= cell !== "";
      return current[depth] ?? "";
    });
    return [...parts, own].filter((part) => part !== "").join(" / ");
  });
  return numberRepeated(names);
}

/** Makes names unique: the second `x` becomes `x (2)`; a name that the file itself uses is never given to another column. */
export function numberRepeated(names: readonly string[]): string[] {
  const written = new Set(names);
  const given = new Set<string>();
  const counts = new Map<string, number>();
  return names.map((name) => {
    let unique = name;
    let count = counts.get(name) ?? 1;
    while (given.has(unique) || (unique !== name && written.has(unique))) {
      count++;
      unique = `${name} (${String(count)})`;
    }
    counts.set(name, count);
    given.add(unique);
    return unique;
  });
}
