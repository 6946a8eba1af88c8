export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Leaf = Exclude<Json, object>;
export type Path = readonly string[];

export interface Line {
  readonly path: Path;
  readonly value: Leaf | readonly Leaf[];
}
export interface Change {
  readonly path: Path;
  readonly before: Line['value'] | undefined;
  readonly after: Line['value'] | undefined;
}

const isLeaf = (value: Json): value is Leaf => typeof value !== 'object' || value === null;
export const isList = (value: Json): value is Json[] => Array.isArray(value);

/** A list or a rule line by line: where in it, and what is said there. A list of plain values is one line. */
export function linesOf(value: Json, path: Path = []): Line[] {
  if (isLeaf(value)) return [{ path, value }];
  if (isList(value)) {
    if (value.every(isLeaf)) return [{ path, value }];
    return value.flatMap((one, at) => linesOf(one, [...path, String(at + 1)]));
  }
  return Object.entries(value).flatMap(([part, one]) => linesOf(one, [...path, part]));
}

/** What is said otherwise, in the order of the old value, then what is new. */
export function changesOf(before: Json, after: Json): Change[] {
  const nameOf = (path: Path) => JSON.stringify(path);
  const [old, next] = [before, after].map((value) => new Map(linesOf(value).map((line) => [nameOf(line.path), line])));
  return [...new Set([...old!.keys(), ...next!.keys()])].flatMap((name) => {
    const [was, is] = [old!.get(name), next!.get(name)];
    if (JSON.stringify(was?.value) === JSON.stringify(is?.value)) return [];
    return [{ path: (was ?? is)!.path, before: was?.value, after: is?.value }];
  });
}

/** Whether every number in it is one: what was typed and is none stands as NaN. */
export const isComplete = (value: Json): boolean =>
  linesOf(value).every(({ value: said }) => [said].flat().every((one) => one !== '' && !Number.isNaN(one)));

/** What a number in it counts, by where it stands. @param root the whole value: the measure of a rule that compares is a share */
export function unitAt(key: string, root: Json, path: Path): 'basisPoints' | 'fen' | null {
  const last = path.at(-1) ?? '';
  // Of whose money it is: a share by each kind of funder.
  if (path.at(-2) === 'funders') return 'basisPoints';
  const isShare = typeof root === 'object' && root !== null && 'mode' in root && root.mode === 'rate' && last === 'at';
  if (isShare || last.endsWith('Bp') || key.endsWith('Bp')) return 'basisPoints';
  return last.endsWith('Fen') || key.endsWith('Fen') ? 'fen' : null;
}
