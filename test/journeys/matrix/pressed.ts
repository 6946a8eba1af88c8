import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/**
 * What everybody in the journeys did on the console and was granted, a file for each journey: an act whose button needs a row that the
 * walk does not meet is pressed in some journey, or is known to be pressed in none.
 */
const FOLDER = 'XIHUO_PRESSED';

/** Before the first journey; those that follow inherit where. */
export function beginNoting(): void {
  process.env[FOLDER] = mkdtempSync(join(tmpdir(), 'xihuo-pressed-'));
}

/** Adds to what was noted of a journey; nothing where none is noted. */
export function noteLine(journey: string, line: string): void {
  const folder = process.env[FOLDER];
  if (folder) appendFileSync(join(folder, basename(journey)), line);
}

export interface Noted {
  /** By the names of their files. */
  journeys: ReadonlySet<string>;
  /** Methods with paths, as they were asked. */
  asked: ReadonlySet<string>;
}

/** Once, after the last journey. */
export function takeNotes(): Noted {
  const folder = process.env[FOLDER];
  if (!folder) return { journeys: new Set(), asked: new Set() };
  const journeys = readdirSync(folder);
  const lines = journeys.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  rmSync(folder, { recursive: true });
  return { journeys: new Set(journeys), asked: new Set(lines.filter(Boolean)) };
}

/** Of some acts those that were asked for. The nearest: `/me/contests` is no contest of that id. */
export function pressedOf(acts: readonly string[], asked: ReadonlySet<string>): Set<string> {
  const patterns = acts
    .map((act) => ({ act, fits: new RegExp(`^${act.replaceAll(/\{\w+\}/g, '[^/]+')}$`) }))
    .sort((one, other) => one.act.split('{').length - other.act.split('{').length);
  const found = [...asked].map((line) => patterns.find(({ fits }) => fits.test(line))?.act);
  return new Set(found.filter((act) => act !== undefined));
}

/** What is wrong with the lists of those that need not stand on the walk, in words; empty where nothing is. */
export function judged(
  needNotStand: ReadonlySet<string>,
  inNoJourney: ReadonlySet<string>,
  pressed: ReadonlySet<string>,
): string[] {
  const missing = [...needNotStand].filter((act) => !pressed.has(act) && !inNoJourney.has(act));
  const stale = [...inNoJourney].filter((act) => pressed.has(act) || !needNotStand.has(act));
  return [
    ...missing.map((act) => `stands nowhere on the walk and is pressed in no journey: ${act}`),
    ...stale.map((act) => `is pressed, or stands on the walk: ${act}`),
  ];
}
