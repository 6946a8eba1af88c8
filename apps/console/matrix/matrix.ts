import type { Collected, Part } from './collect';

/** Who may call a route: roles, or null for everybody who is signed in. */
export type Rights = Readonly<Record<string, readonly string[] | null>>;

export interface PageRow {
  /** The route that makes the page: whoever it answers reads the page. */
  readonly reads: string | null;
  readonly readers: readonly string[];
  readonly acts: Readonly<Record<string, ActCell>>;
}

export interface ActCell {
  /** Readers of the page whom the server lets in by their role. */
  readonly by: readonly string[];
  /** Readers to whom a button is drawn by their role alone, whatever the thing before them says. */
  readonly drawn: readonly string[];
}

interface Reached {
  /** Routes named in what is drawn for the role. */
  readonly all: ReadonlySet<string>;
  /** Of these, what is drawn without asking what the server says of the reader. */
  readonly free: ReadonlySet<string>;
}

const fits = ({ roles }: Pick<Part, 'roles'>, role: string) => roles.every((list) => list.includes(role));

function reach(parts: Collected['parts'], start: string, role: string): Reached {
  const walk = (passes: (part: Part) => boolean): Set<string> => {
    const seen = new Set<string>();
    const routes = new Set<string>();
    const next = [start];
    for (let name = next.pop(); name !== undefined; name = next.pop()) {
      const part = parts.get(name);
      if (!part || seen.has(name) || !passes(part)) continue;
      seen.add(name);
      for (const route of part.routes) if (fits(route, role)) routes.add(route.name);
      next.push(...part.draws.filter((other) => fits(other, role)).map((other) => other.name));
    }
    return routes;
  };
  return { all: walk((part) => fits(part, role)), free: walk((part) => fits(part, role) && !part.duty) };
}

/** The route nearest to the page that not everybody may read. */
function mainRead(parts: Collected['parts'], start: string, rights: Rights): string | null {
  const seen = new Set<string>();
  for (let level = [start]; level.length > 0;) {
    const below: string[] = [];
    for (const name of level) {
      if (seen.has(name)) continue;
      seen.add(name);
      const part = parts.get(name);
      const found = part?.routes.find((route) => route.name.startsWith('GET ') && rights[route.name]);
      if (found) return found.name;
      below.push(...(part?.draws ?? []).map((other) => other.name));
    }
    level = below;
  }
  return null;
}

export interface Wanted {
  readonly collected: Collected;
  readonly rights: Rights;
  readonly roles: readonly string[];
  /** What makes a page, where the menu says it or the nearest route does not. */
  readonly reads: Readonly<Record<string, string | null>>;
}

/** Page by page: who reads it, what can be done on it, who may, and to whom it is offered by role alone. */
export function matrixOf({ collected: { pages, parts }, rights, roles, reads }: Wanted): Record<string, PageRow> {
  const rows = pages.map(({ path, part, roles: alone }): [string, PageRow] => {
    const made = path in reads ? reads[path]! : mainRead(parts, part, rights);
    const lets = (key: string, role: string) => rights[key]?.includes(role) ?? true;
    const readers = roles.filter((role) => (alone?.includes(role) ?? true) && (made === null || lets(made, role)));
    const reached = readers.map((role) => ({ role, ...reach(parts, part, role) }));
    const named = [...new Set(reached.flatMap(({ all }) => [...all]))].filter((key) => !key.startsWith('GET ')).sort();
    const acts = named.map((act): [string, ActCell] => [
      act,
      {
        by: reached.filter(({ role, all }) => all.has(act) && lets(act, role)).map(({ role }) => role),
        drawn: reached.filter(({ free }) => free.has(act)).map(({ role }) => role),
      },
    ]);
    return [path, { reads: made, readers, acts: Object.fromEntries(acts) }];
  });
  return Object.fromEntries(rows.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Buttons drawn for a reader by role alone, though the server lets nobody of that role in. */
export function refusedOf(matrix: Readonly<Record<string, PageRow>>, rights: Rights): string[] {
  return Object.entries(matrix).flatMap(([path, { acts }]) =>
    Object.entries(acts).flatMap(([act, { drawn }]) =>
      drawn.filter((role) => rights[act] && !rights[act].includes(role)).map((role) => `${role}: ${path}: ${act}`),
    ),
  );
}

/** What the server grants a role that no page it reads offers. */
export function missingOf(
  matrix: Readonly<Record<string, PageRow>>,
  { rights, roles }: Pick<Wanted, 'rights' | 'roles'>,
): string[] {
  const offered = new Set(
    Object.values(matrix).flatMap(({ acts }) =>
      Object.entries(acts).flatMap(([act, { by }]) => by.map((role) => `${role}: ${act}`)),
    ),
  );
  return Object.entries(rights)
    .filter(([key]) => !key.startsWith('GET '))
    .flatMap(([key, may]) => (may ?? []).filter((role) => roles.includes(role)).map((role) => `${role}: ${key}`))
    .filter((one) => !offered.has(one))
    .sort();
}
