import { watching } from '@xihuo/contract';

export interface RecheckAnswer {
  readonly item: string;
  readonly unchanged: boolean;
  readonly note: string;
}

/** Items that still want an answer: every one exactly once, and a change with a word about it. */
export function openItems(kind: 'identity' | 'annual', answers: readonly RecheckAnswer[]): string[] {
  const items: readonly string[] = watching.RECHECK_ITEMS[kind];
  const strange = answers.filter(({ item }) => !items.includes(item)).map(({ item }) => item);
  const open = items.filter((item) => {
    const given = answers.filter((answer) => answer.item === item);
    return given.length !== 1 || given.some(({ unchanged, note }) => !unchanged && note === '');
  });
  return [...open, ...strange];
}
