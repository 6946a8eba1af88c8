import type { Dossier } from './dossier-fields';

export type Result = Dossier['items'][number]['result'];
export type Criterion = Dossier['checklist'][number];
export interface Tick {
  result: Result | null;
  note: string;
}
export type Ticks = Readonly<Record<string, Tick>>;
export type TickFault = 'missing' | 'noteMissing' | 'blockingFails';

export const untouched: Tick = { result: null, note: '' };

/** Whether somebody says other than the machine did: that wants a word. */
export function overrules({ result }: Tick, { result: machine }: Pick<Criterion, 'result'>): boolean {
  return result !== null && machine !== 'notJudged' && machine !== result;
}

/** What keeps a criterion from being approved; the server asks the same again. */
export function tickFault(criterion: Pick<Criterion, 'kind' | 'result'>, tick: Tick): TickFault | null {
  if (tick.result === null) return 'missing';
  if (tick.result === 'fail' && criterion.kind === 'blocking') return 'blockingFails';
  const wantsNote = tick.result === 'fail' || overrules(tick, criterion);
  return wantsNote && tick.note.trim() === '' ? 'noteMissing' : null;
}

/** The criteria that stand in the way of an approval, in their order. */
export function unjudged<One extends Pick<Criterion, 'criterion' | 'kind' | 'result'>>(
  checklist: readonly One[],
  ticks: Ticks,
): One[] {
  return checklist.filter((one) => tickFault(one, ticks[one.criterion] ?? untouched) !== null);
}
