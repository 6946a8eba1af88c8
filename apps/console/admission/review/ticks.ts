import type { Review } from './case';

export type Item = Review['checklist'][number];
export type Tick = Review['reviews'][number]['items'][number];
export type Ticks = Readonly<Record<string, Tick>>;

export function ticksOf(items: readonly Tick[]): Ticks {
  return Object.fromEntries(items.map((tick) => [tick.criterion, tick]));
}

/** A failure without a word about why cannot be saved: it waits for the word. */
export function isSavable({ result, note }: Tick): boolean {
  return result !== 'fail' || note.trim() !== '';
}

/** What was chosen here and the server does not have yet. */
export function unsaved(typed: Ticks, kept: Ticks): Tick[] {
  return Object.values(typed).filter((tick) => {
    const was = kept[tick.criterion];
    return was?.result !== tick.result || was.note !== tick.note;
  });
}

/** Why nobody approves yet: something is not ticked, or the server would judge by another tick than the one shown here. */
export function holdsBack(
  checklist: readonly Item[],
  ticks: Ticks,
  waiting: readonly Tick[],
): 'unfinished' | 'unsaved' | null {
  if (checklist.some(({ criterion }) => !ticks[criterion])) return 'unfinished';
  return waiting.length > 0 ? 'unsaved' : null;
}

/** The choices that can be taken back, with one more where another was made in a tick's place; a first tick has nothing before it. */
export function withPast(past: readonly Tick[], was: Tick | undefined, tick: Tick): readonly Tick[] {
  return was && was.result !== tick.result ? [...past, was] : past;
}

const MINUTE_MS = 60_000;

/** The minutes a claim has left, begun ones too: none only once it is over. */
export const minutesLeft = (until: string, now: number): number =>
  Math.max(0, Math.ceil((Date.parse(until) - now) / MINUTE_MS));

/** Whether to offer the claim anew: this device's clock may go wrong either way, so the server's refusal counts as well. */
export const mayBeOver = (left: number, refusal: string | undefined): boolean =>
  left === 0 || refusal === 'NOT_CLAIMED';

/** Where people say other than machines, a verdict wants to know why. */
export function overrules(item: Item, tick: Tick | undefined): boolean {
  const machine = item.today?.machine ?? item.machine;
  return tick !== undefined && machine !== 'notJudged' && machine !== tick.result;
}

export const FILTERS = ['all', 'open', 'faults'] as const;
export type Filter = (typeof FILTERS)[number];

export function shown(checklist: readonly Item[], ticks: Ticks, filter: Filter): Item[] {
  if (filter === 'open') return checklist.filter(({ criterion }) => !ticks[criterion]);
  if (filter === 'faults') return checklist.filter(({ machine, today }) => (today?.machine ?? machine) === 'fail');
  return [...checklist];
}
