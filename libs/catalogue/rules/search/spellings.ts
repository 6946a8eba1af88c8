import { initialsOf } from './document';
import { isHan, type Chinese } from './plain';

/** What somebody may type for these words: themselves, their pinyin, their initials. */
export function spellingsOf(words: readonly string[], chinese: Pick<Chinese, 'syllables'>): string[] {
  return [
    ...new Set(
      words.flatMap((word) => {
        if (!isHan(word)) return [word];
        const spelt = chinese.syllables(word);
        return [word, spelt.join(''), initialsOf(spelt)];
      }),
    ),
  ];
}
