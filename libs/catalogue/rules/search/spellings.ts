import { initialsOf } from './document';
import { isHan, joined, type Chinese } from './plain';

/** What somebody may type for these words, without spaces: themselves, their pinyin, their initials. */
export function spellingsOf(words: readonly string[], chinese: Pick<Chinese, 'syllables'>): string[] {
  return [
    ...new Set(
      words.flatMap((word) => {
        const whole = joined(word);
        if (!isHan(word)) return [whole];
        const spelt = chinese.syllables(whole);
        return [whole, spelt.join(''), initialsOf(spelt)];
      }),
    ),
  ];
}
