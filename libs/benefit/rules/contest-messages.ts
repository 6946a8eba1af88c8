import type { Message } from './messages';
import { yuan, type Sentence } from './why';

export interface ContestFacts {
  readonly supplier: string;
  /** Whoever objects. */
  readonly payee: string;
  /** What the line is for, in one sentence. */
  readonly why: Sentence;
}

/** What is told of lines that households and collectives say are wrong. */
export const CONTEST_MESSAGES = {
  opened: ({ payee, why, reason, answerBy }: ContestFacts & { reason: string; answerBy: string }): Message => ({
    title: { zh: '一笔款项有人提出异议', en: 'A line is objected to' },
    body: {
      zh: `${payee}对“${why.zh}”有异议：${reason}。请在 ${answerBy} 前答复，逾期由县里处理。`,
      en: `${payee} objects to “${why.en}”: ${reason}. Answer by ${answerBy}; after that the county looks at it.`,
    },
  }),
  upheld: ({ supplier, why, fen, words }: ContestFacts & { fen: bigint; words: string }): Message => ({
    title: { zh: '您的异议成立，补付已记入', en: 'Your objection was right, more is owed to you' },
    body: {
      zh: `“${why.zh}”：${supplier}补付 ${yuan(fen)} 元，已记入应得。说明：${words}`,
      en: `“${why.en}”: ${supplier} owes you ¥${yuan(fen)} more. It says: ${words}`,
    },
  }),
  explained: ({ supplier, why, words }: ContestFacts & { words: string }): Message => ({
    title: { zh: '供应商答复了您的异议', en: 'The supplier answered your objection' },
    body: {
      zh: `“${why.zh}”：${supplier}认为没有错：${words}。不同意的，可以请县里看。`,
      en: `“${why.en}”: ${supplier} says that it is right: ${words}. If you do not agree, ask the county to look at it.`,
    },
  }),
  closed: ({ why, words }: ContestFacts & { words: string }): Message => ({
    title: { zh: '县里答复了您的异议', en: 'The county answered your objection' },
    body: {
      zh: `“${why.zh}”：核查后认为没有错：${words}`,
      en: `“${why.en}”: the county looked at it and finds it right: ${words}`,
    },
  }),
  overtaken: ({ payee, why }: ContestFacts): Message => ({
    title: { zh: '异议所指的款项已更正或冲回', en: 'The line objected to was put right or taken back' },
    body: {
      zh: `${payee}提出异议的“${why.zh}”已被更正或已全额冲回，这项异议随之办结。如有更正后的款项，仍可对其提出异议。`,
      en: `“${why.en}”, to which ${payee} objected, was put right by another record or taken back whole, and the objection is over. A line that stands in its place may be objected to as well.`,
    },
  }),
  escalated: ({ supplier, payee, why }: ContestFacts): Message => ({
    title: { zh: '一项异议等县里处理', en: 'An objection waits for the county' },
    body: {
      zh: `${payee}对${supplier}“${why.zh}”的异议，请县里核查答复。`,
      en: `${payee} objects to “${why.en}” of ${supplier}; the county is asked to look at it.`,
    },
  }),
} as const;
