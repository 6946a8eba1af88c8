/** The settings that say something else of each kind: of a category, a way of processing, a province. */
type MapKind = 'list' | 'grades' | 'yield' | 'range' | 'wage';

const KINDS: Readonly<Record<string, MapKind>> = {
  'trace.certificateCategories': 'list',
  'trace.grades': 'grades',
  'trace.deliveryYieldBp': 'yield',
  'trace.processingYieldBp': 'range',
  'benefit.leastDayWageFen': 'wage',
};

/** Words for what keys and values are called. */
export interface Names {
  category(key: string): string;
  grade(key: string): string;
  process(key: string): string;
  /** Of a province, by its two digits. */
  province(key: string): string;
  yuan(fen: number): string;
  /** Every key that is not named. */
  others: string;
  between: string;
  then: string;
}

const percent = (bp: number): string => `${bp / 100}%`;

/** A map in lines, what holds for all others last; null where it is none that is known. */
export function mapLines(key: string, value: unknown, names: Names): string[] | null {
  const kind = KINDS[key];
  if (kind === undefined || typeof value !== 'object' || value === null) return null;
  if (kind === 'list') return [(value as string[]).map(names.category).join(names.between)];
  const isRest = (name: string) => name === '*' || name === '';
  const entries = Object.entries(value).sort(([one], [other]) => Number(isRest(one)) - Number(isRest(other)));
  return entries.map(
    ([name, said]) =>
      `${isRest(name) ? names.others : nameOf(kind, name, names)}${names.then}${sayOf(kind, said, names)}`,
  );
}

function nameOf(kind: MapKind, name: string, names: Names): string {
  if (kind === 'wage') return names.province(name);
  return kind === 'range' ? names.process(name) : names.category(name);
}

function sayOf(kind: MapKind, said: unknown, names: Names): string {
  switch (kind) {
    case 'grades':
      return (said as string[]).map(names.grade).join(names.between);
    case 'range': {
      const { leastBp, mostBp } = said as { leastBp: number; mostBp: number };
      return `${percent(leastBp)}–${percent(mostBp)}`;
    }
    case 'wage':
      return names.yuan(said as number);
    default:
      return percent(said as number);
  }
}
