import { words } from '../words';

type Word = Extract<keyof typeof words.zh, `trail.${'of' | 'verb'}.${string}`>;

/** The two halves of an action's name, what it is about and what was done, each with its word where there is one. */
export function wordsOf(action: string): { of: Word | null; verb: Word | null } {
  const [noun = '', verb = ''] = action.split('.');
  return { of: known(`trail.of.${noun}`), verb: known(`trail.verb.${verb}`) };
}

function known(word: string): Word | null {
  return Object.hasOwn(words.zh, word) ? (word as Word) : null;
}
