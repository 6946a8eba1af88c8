import type { Input } from '@xihuo/ui';

export type SheetBody = Input<'POST /benefit/work-sheets'>['body'];

/** A line as it is typed; its id is made with it, so that a sheet sent twice is written once. */
export interface Line {
  id: string;
  agreementId: string;
  from: string;
  to: string;
  days: string;
  pieces: string;
  /** Empty: the head of the household. */
  worker: string;
}
export type LineField = Exclude<keyof Line, 'id'>;
export const LINE_FIELDS = [
  'agreementId',
  'from',
  'to',
  'days',
  'pieces',
  'worker',
] as const satisfies readonly LineField[];
export type LineFault = 'missing' | 'count' | 'order' | 'future' | 'month' | 'span' | 'name';
export type LineFaults = Partial<Record<LineField, LineFault>>;

const MOST_PIECES = 1_000_000;
const LONGEST_NAME = 20;
const DAY_MS = 86_400_000;

/** Whole and above nothing, as people type it; null for everything else. */
function counted(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  return /^[1-9]\d{0,6}$/.test(plain) ? Number(plain) : null;
}

/** Days from the first to the last, both included; null where one is missing or they stand the wrong way round. */
export function spanOf({ from, to }: Pick<Line, 'from' | 'to'>): number | null {
  const span = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return Number.isInteger(span) && span >= 1 ? span : null;
}

/** The next line starts with the days of the one above: a sheet is mostly about the same days. */
export function lineAfter(id: string, above: Line | undefined, today: string): Line {
  const { from = today, to = today, days = '1' } = above ?? {};
  return { id, agreementId: '', from, to, days, pieces: '', worker: '' };
}

/** The count of days follows the dates as long as nobody has typed another one. */
export function changed(line: Line, some: Partial<Line>): Line {
  const next = { ...line, ...some };
  const follows = line.days.trim() === '' || line.days === String(spanOf(line));
  if (some.days !== undefined || !follows) return next;
  return { ...next, days: String(spanOf(next) ?? line.days) };
}

/** What can be said of a line before the server is asked. `byPiece`: null until it is known how the work is paid. */
export function faultsOf(line: Line, today: string, byPiece: boolean | null): LineFaults {
  const faults: LineFaults = {};
  if (line.agreementId === '') faults.agreementId = 'missing';
  if (line.from === '') faults.from = 'missing';
  if (line.to === '') faults.to = 'missing';
  if (line.from !== '' && line.to !== '') {
    if (line.to < line.from) faults.to = 'order';
    else if (line.to > today) faults.to = 'future';
    else if (line.from.slice(0, 7) !== line.to.slice(0, 7)) faults.to = 'month';
  }
  const days = counted(line.days);
  const span = spanOf(line);
  if (days === null) faults.days = line.days.trim() === '' ? 'missing' : 'count';
  else if (span !== null && days > span) faults.days = 'span';
  const name = line.worker.trim().length;
  if (name === 1 || name > LONGEST_NAME) faults.worker = 'name';
  if (byPiece) {
    const pieces = counted(line.pieces);
    if (pieces === null || pieces > MOST_PIECES) faults.pieces = line.pieces.trim() === '' ? 'missing' : 'count';
  }
  return faults;
}

/** A line without faults as the server takes it. */
export function lineOf(line: Line, byPiece: boolean): SheetBody['lines'][number] {
  return {
    ...{ id: line.id, agreementId: line.agreementId, from: line.from, to: line.to },
    ...{ days: counted(line.days)!, pieces: byPiece ? counted(line.pieces) : null },
    worker: line.worker.trim() || null,
  };
}

export interface RefusedField {
  index: number;
  field: LineField;
}

/** The lines and fields a refusal is about, by the pointers it names; of a single line without a number, the first. */
export function refusedAt(problem: { errors?: readonly { pointer: string }[] } | null): RefusedField[] {
  return (problem?.errors ?? []).flatMap(({ pointer }) => {
    const parts = pointer.split('/');
    const field = LINE_FIELDS.find((name) => name === parts.at(-1));
    const index = Number(/\/lines\/(\d+)\//.exec(pointer)?.[1] ?? 0);
    return field && !parts.includes('witness') ? [{ index, field }] : [];
  });
}
