import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { IN_NO_JOURNEY, NEED_NOT_STAND } from './matrix/need-not-stand';
import { judged, pressedOf, takeNotes } from './matrix/pressed';

/** Jest runs this once after journeys. Only where all of them ran can be said what none presses. */
export default function globalTeardown(): void {
  const { journeys, asked } = takeNotes();
  const all = readdirSync(__dirname).filter((name) => name.endsWith('.journey.test.ts'));
  if (!all.every((name) => journeys.has(name))) return;
  const matrix = JSON.parse(readFileSync(resolve(__dirname, '../../docs/console-matrix.json'), 'utf8')) as Record<
    string,
    { acts: object }
  >;
  const acts = [...new Set(Object.values(matrix).flatMap((page) => Object.keys(page.acts)))];
  const wrong = judged(NEED_NOT_STAND, IN_NO_JOURNEY, pressedOf(acts, asked));
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}
