/** A place and all that hold it, the province first; each by its code. */
export type Path = readonly string[];
/** Places served, each standing for all that lies in it; never a place beside one that holds it. */
export type Served = ReadonlySet<string>;
/** What lies directly in a place, as far as it was opened. */
export type Below = (code: string) => readonly string[] | undefined;

export type Ticked = 'all' | 'some' | 'none';

/** Codes begin with those of the places that hold them: two digits of the province, four of the city. */
const digitsOf = (code: string) =>
  code.endsWith('0000') ? code.slice(0, 2) : code.endsWith('00') ? code.slice(0, 4) : code;

export function tickOf(served: Served, path: Path): Ticked {
  if (path.some((code) => served.has(code))) return 'all';
  const digits = digitsOf(path.at(-1)!);
  return [...served].some((code) => code.startsWith(digits)) ? 'some' : 'none';
}

/** Takes a place in or out. What holds it was opened before, so that its neighbours are known. */
export function toggled(served: Served, path: Path, below: Below): Set<string> {
  return tickOf(served, path) === 'all' ? without(served, path, below) : withPlace(served, path, below);
}

/** A place goes out of one that holds it: its neighbours on each level stay. */
function without(served: Served, path: Path, below: Below): Set<string> {
  const next = new Set(served);
  const holder = path.findIndex((code) => served.has(code));
  next.delete(path[holder]!);
  for (let level = holder; level < path.length - 1; level += 1) {
    for (const code of below(path[level]!) ?? []) if (code !== path[level + 1]) next.add(code);
  }
  return next;
}

/** A place comes in, in the place of what was served of it; with the last of its neighbours they become the place that holds them. */
function withPlace(served: Served, path: Path, below: Below): Set<string> {
  const code = path.at(-1)!;
  const digits = digitsOf(code);
  const next = new Set([...served].filter((one) => !one.startsWith(digits)));
  next.add(code);
  const holder = path.at(-2);
  const neighbours = holder === undefined ? undefined : below(holder);
  if (!neighbours?.length || !neighbours.every((one) => next.has(one))) return next;
  return withPlace(next, path.slice(0, -1), below);
}
