import { makeUseT, needWords } from '@xihuo/ui';
import { deeds } from '../i18n/zh-CN/deeds';

type Word = keyof typeof deeds;

/** Of a page that came with `withDeeds`. */
export const useDeedT = makeUseT<typeof deeds>();

const part: Parameters<typeof needWords>[0][number] = {
  zh: () => Promise.resolve(deeds),
  en: () => import('../i18n/en/deeds').then((module) => module.deeds),
};
export const needDeeds = () => needWords([part]);

/**
 * The two halves of an action's name, what it is about and what was done, each with its word where there is one: a lot is drawn in
 * other words than an agreement.
 */
export function wordsOf(action: string): { of: Word | null; verb: Word | null } {
  const [noun = '', verb = ''] = action.split('.');
  return { of: known(`trail.of.${noun}`), verb: known(`trail.verb.${action}`) ?? known(`trail.verb.${verb}`) };
}

function known(word: string): Word | null {
  return Object.hasOwn(deeds, word) ? (word as Word) : null;
}
