import { fail } from '@xihuo/contract';
import { must, ProblemError } from '@xihuo/kernel';
import { command, type CommandOptions, type CommandResult } from './command';
import { newId, type Database } from './database';
import { flush } from './flush';
import { hashed, keepAnswers, statesOf, type HashedKey } from './idempotency';
import { isPassing } from './passing-error';
import { transact } from './transact';
import type { Actor, Tx } from './tx';

export interface BatchOptions<Input, View> {
  readonly name: string;
  /** Most inputs in one transaction. */
  readonly maxSize: number;
  /** Most callers waiting; more are turned away, for their answer would come too late. */
  readonly maxWaiting?: number;
  /**
   * Works all inputs off in one go, in arrival order, each answered by its view or by its problem. It must write nothing for
   * an input it answers with a problem. `each` has one Tx an input: what a loser emits or audits there is forgotten.
   */
  work(tx: Tx, inputs: readonly Input[], each: readonly Tx[]): Promise<readonly (View | ProblemError)[]>;
}

export type BatchedCommand<Input, View> = (options: CommandOptions, input: Input) => Promise<CommandResult<View>>;

interface Entry<Input, View> {
  readonly options: CommandOptions;
  readonly input: Input;
  readonly key: HashedKey | null;
  readonly answer: (answer: Answer<View>) => void;
}

type Answer<View> = CommandResult<View> | { readonly error: unknown };

/**
 * As `command`, for many callers at once: while one batch is in flight the next callers gather, and then go together in one
 * set-based transaction. Nobody waits for a timer: the first caller goes with whoever has come by then. Where a whole batch fails, each of its
 * inputs is tried alone, so that one bad input spoils nobody's answer.
 */
export function commandBatch<Input, View>(
  database: Database,
  batch: BatchOptions<Input, View>,
): BatchedCommand<Input, View> {
  const waiting: Entry<Input, View>[] = [];
  let running = false;

  const runAll = async (): Promise<void> => {
    running = true;
    while (waiting.length > 0) {
      await gathered(waiting, batch.maxSize);
      await runBatch(database, batch, waiting.splice(0, batch.maxSize));
    }
    running = false;
  };
  return (options, input) => {
    if (waiting.length >= (batch.maxWaiting ?? 2_000)) return Promise.reject(fail('UNAVAILABLE'));
    return new Promise((resolve, reject) => {
      const answer = (given: Answer<View>) => {
        if ('error' in given) return reject(given.error);
        if (given.replayed) options.onReplay?.();
        resolve(given);
      };
      waiting.push({ options, input, answer, key: options.idempotency ? hashed(options.idempotency) : null });
      if (!running) void runAll();
    });
  };
}

/**
 * Lets those in who have come already and only wait to be read: who is answered in one batch comes back together, and the first of
 * them alone would cost what all of them do. Ends with the first turn that brings nobody.
 */
async function gathered(waiting: readonly unknown[], enough: number): Promise<void> {
  for (let known = 0; known < waiting.length && waiting.length < enough;) {
    known = waiting.length;
    await new Promise((next) => setImmediate(next));
  }
}

/** Answers every entry, whatever happens. */
async function runBatch<Input, View>(
  database: Database,
  batch: BatchOptions<Input, View>,
  entries: readonly Entry<Input, View>[],
): Promise<void> {
  // One alone has its request's own id and actor; a batch of many is the work of the house.
  const [only] = entries;
  const actor: Actor = entries.length === 1 ? only!.options.actor : { kind: 'system', name: batch.name };
  const requestId = entries.length === 1 ? only!.options.requestId : newId();
  try {
    const answers = await transact(database, {
      ...{ name: batch.name, actor, requestId },
      work: (tx) => workOff(tx, batch, entries),
    });
    entries.forEach((entry, index) => entry.answer(answers![index]!));
  } catch (error) {
    // Away is away: trying each alone would only make all wait for the same time-out in turn.
    if (isPassing(error)) entries.forEach((entry) => entry.answer({ error }));
    else for (const entry of entries) entry.answer(await alone(database, batch, entry));
  }
}

/** The whole batch inside its transaction; the answers are in the order of the entries. */
async function workOff<Input, View>(
  tx: Tx,
  batch: BatchOptions<Input, View>,
  entries: readonly Entry<Input, View>[],
): Promise<Answer<View>[]> {
  const { answers, fresh, followers } = await sort(tx, entries);
  const each = fresh.map((index) => tx.apart(entries[index]!.options.actor, entries[index]!.options.requestId));
  const inputs = fresh.map((index) => entries[index]!.input);
  const results = inputs.length === 0 ? [] : await batch.work(tx, inputs, each);
  must(results.length === inputs.length, 'a batch answers each of its inputs');

  const kept: { key: HashedKey; view: unknown }[] = [];
  results.forEach((result, at) => {
    const index = fresh[at]!;
    if (result instanceof ProblemError) {
      answers.set(index, { error: result });
      return;
    }
    answers.set(index, { view: result, replayed: false });
    tx.takeOver(each[at]!);
    const { key } = entries[index]!;
    if (key) kept.push({ key, view: result });
  });
  for (const [index, leader] of followers) {
    const given = answers.get(leader)!;
    answers.set(index, 'error' in given ? given : { ...given, replayed: true });
  }
  await keepAnswers(tx, kept);
  await flush(tx);
  return entries.map((_, index) => answers.get(index)!);
}

interface Sorted<View> {
  /** Known before any work: replays, and keys that are running or were used for something else. */
  readonly answers: Map<number, Answer<View>>;
  readonly fresh: number[];
  /** The same key twice in one batch (a double click): the second is answered as the first. */
  readonly followers: Map<number, number>;
}

async function sort<Input, View>(tx: Tx, entries: readonly Entry<Input, View>[]): Promise<Sorted<View>> {
  const answers = new Map<number, Answer<View>>();
  const followers = new Map<number, number>();
  const fresh: number[] = [];
  const leaders = new Map<string, number>();
  const distinct = new Map(entries.flatMap(({ key }) => (key ? [[key.key.toString('hex'), key] as const] : [])));
  const states = await statesOf(tx, [...distinct.values()]);

  entries.forEach(({ key }, index) => {
    const name = key?.key.toString('hex');
    const state = name === undefined ? 'new' : states.get(name)!;
    const leader = name === undefined ? undefined : leaders.get(name);
    if (state === 'running') answers.set(index, { error: fail('IDEMPOTENCY_KEY_RUNNING') });
    else if (typeof state === 'object') answers.set(index, replayed<View>(state, key!));
    else if (leader === undefined) {
      if (name !== undefined) leaders.set(name, index);
      fresh.push(index);
    } else if (key!.body.equals(entries[leader]!.key!.body)) followers.set(index, leader);
    else answers.set(index, { error: fail('IDEMPOTENCY_KEY_REUSED') });
  });
  return { answers, fresh, followers };
}

function replayed<View>(state: { body: Buffer; response: unknown }, key: HashedKey): Answer<View> {
  if (!state.body.equals(key.body)) return { error: fail('IDEMPOTENCY_KEY_REUSED') };
  return { view: state.response as View, replayed: true };
}

/** A key makes this safe even where the batch was committed and only its answer got lost: then it is a replay. */
async function alone<Input, View>(
  database: Database,
  batch: BatchOptions<Input, View>,
  { options, input }: Entry<Input, View>,
): Promise<Answer<View>> {
  try {
    return await command(database, options, async (tx) => {
      const [result] = await batch.work(tx, [input], [tx]);
      if (result instanceof ProblemError) throw result;
      return result as View;
    });
  } catch (error) {
    return { error };
  }
}
