import { must, time } from '@xihuo/kernel';
import { command, type Database, type Tx } from '@xihuo/platform';
import { businessToday } from '../../store/watch/clock.sql';
import { lockStep, noteStep, stepsDone } from '../../store/watch/round.sql';
import type { ReviewKit } from '../review/review-kit';
import { ROUND_STEPS } from './round-steps';

export interface StepDone {
  readonly step: string;
  readonly found: number;
}

/**
 * The day's round of watching, each step in a transaction of its own with the note that it is done: what died half-way goes on
 * where it was, and a step that fails keeps no other from running.
 *
 * @throws AggregateError of the steps that failed, after all were tried
 */
export async function runRound(database: Database, kit: ReviewKit): Promise<StepDone[]> {
  const [clock] = await database.read(businessToday);
  must(clock, 'the clock answers');
  const day = time.businessDate(clock.now);
  const known = new Set((await database.read(stepsDone, [day])).map(({ step }) => step));
  const done: StepDone[] = [];
  const failures: unknown[] = [];
  for (const step of Object.keys(ROUND_STEPS).filter((name) => !known.has(name))) {
    try {
      const found = await runStep(database, kit, step);
      if (found !== null) done.push({ step, found });
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} steps of watching failed`);
  return done;
}

async function runStep(database: Database, kit: ReviewKit, step: string): Promise<number | null> {
  const actor = { kind: 'system', name: 'watching' } as const;
  const work = async (tx: Tx): Promise<number | null> => {
    const today = time.businessDate(tx.now);
    // Whoever comes second waits for the first, and finds it done: two at once would both impose what neither sees yet.
    await tx.sql(lockStep, [step]);
    if ((await tx.sql(stepsDone, [today])).some((done) => done.step === step)) return null;
    const run = ROUND_STEPS[step];
    must(run, 'a step has its work');
    const found = await run(tx, kit, today);
    await tx.sql(noteStep, [today, step, found, tx.now]);
    return found;
  };
  return (await command(database, { name: 'admission.watch', actor, requestId: database.newId() }, work)).view;
}
