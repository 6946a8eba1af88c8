import type { Jieba } from '@node-rs/jieba';

/**
 * What the libraries know of Chinese. Each is loaded when it is first asked for: the dictionary of jieba takes 55 MB and
 * half a second, and not every process searches.
 */
let jieba: Jieba | undefined;
let converter: ((text: string) => string) | undefined;
let spell: typeof import('pinyin-pro').pinyin | undefined;

/** Words of a run of Chinese, in their order. */
export function cut(text: string): string[] {
  if (jieba === undefined) {
    /* eslint-disable @typescript-eslint/no-require-imports -- only who searches pays for the dictionary */
    const { Jieba: Cutter } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
    const { dict } = require('@node-rs/jieba/dict') as typeof import('@node-rs/jieba/dict');
    /* eslint-enable @typescript-eslint/no-require-imports */
    jieba = Cutter.withDict(dict);
  }
  return jieba.cut(text, false);
}

/** Traditional signs as simplified ones, words of Taiwan included. */
export function simplified(text: string): string {
  if (converter === undefined) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- only who searches pays for the tables
    const { Converter } = require('opencc-js') as typeof import('opencc-js');
    converter = Converter({ from: 'tw', to: 'cn' });
  }
  return converter(text);
}

const signs = new Map<string, string>();

/** The same for one sign by itself, so that every sign keeps its place; each is asked once. */
export function simplifiedSign(sign: string): string {
  let simple = signs.get(sign);
  if (simple === undefined) signs.set(sign, (simple = simplified(sign)));
  return simple;
}

/** One toneless syllable a sign, with v for ü; readings by the word they stand in (重庆 chong qing). */
export function syllables(text: string): string[] {
  if (text === '') return [];
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- only who searches pays for the tables
  spell ??= (require('pinyin-pro') as typeof import('pinyin-pro')).pinyin;
  return spell(text, { toneType: 'none', type: 'array', v: true });
}

export const chinese = { cut, simplified, simplifiedSign, syllables };
