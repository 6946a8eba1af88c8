import type { Edits } from './cells';

interface Step {
  cell: string;
  before: string | undefined;
  after: string | undefined;
}

/** What is typed, and how to go back: a step is all that one act changed, so that a paste of a hundred cells is undone at once. */
export interface History {
  edits: Edits;
  past: readonly (readonly Step[])[];
  future: readonly (readonly Step[])[];
}

export const NOTHING: History = { edits: new Map(), past: [], future: [] };

const MOST = 200;

function turned(edits: Edits, steps: readonly Step[], to: 'before' | 'after'): Edits {
  const next = new Map(edits);
  for (const step of steps) {
    const text = step[to];
    if (text === undefined) next.delete(step.cell);
    else next.set(step.cell, text);
  }
  return next;
}

/** One act more: cells with their new text, or undefined where they shall stand as they were. */
export function typed(history: History, cells: ReadonlyMap<string, string | undefined>): History {
  const steps = [...cells]
    .map(([cell, after]) => ({ cell, before: history.edits.get(cell), after }))
    .filter(({ before, after }) => before !== after);
  if (steps.length === 0) return history;
  return {
    edits: turned(history.edits, steps, 'after'),
    past: [...history.past, steps].slice(-MOST),
    future: [],
  };
}

export function undone(history: History): History {
  const steps = history.past.at(-1);
  if (!steps) return history;
  return {
    edits: turned(history.edits, steps, 'before'),
    past: history.past.slice(0, -1),
    future: [...history.future, steps],
  };
}

export function redone(history: History): History {
  const steps = history.future.at(-1);
  if (!steps) return history;
  return {
    edits: turned(history.edits, steps, 'after'),
    past: [...history.past, steps],
    future: history.future.slice(0, -1),
  };
}

/**
 * Cells that were saved stand: there is no going back to before them, while the others keep their way back. So does one that was typed
 * into again while it was being saved: what it says now is not what was sent. And one that was taken back meanwhile shall stand as it
 * did, which is a change now, unless nothing stood there.
 *
 * @param stood what stood in the cells when they were sent
 */
export function saved(history: History, sent: Edits, stood: Edits): History {
  const stands = (cell: string) => sent.has(cell) && (history.edits.get(cell) ?? sent.get(cell)) === sent.get(cell);
  const without = (acts: History['past']) =>
    acts.map((steps) => steps.filter(({ cell }) => !stands(cell))).filter((steps) => steps.length > 0);
  const takenBack = [...sent.keys()].flatMap((cell): [string, string][] => {
    const before = history.edits.has(cell) ? undefined : stood.get(cell);
    return before ? [[cell, before]] : [];
  });
  return {
    edits: new Map([...[...history.edits].filter(([cell]) => !stands(cell)), ...takenBack]),
    past: without(history.past),
    future: without(history.future),
  };
}
