import type { Input, Output } from '@xihuo/ui';
import { useState } from 'react';
import { fenOf, yuanOf } from './yuan';

export type Line = Output<'GET /orders/{id}/disputes'>['lines'][number];
type Body = Input<'POST /orders/{id}/disputes'>['body'];
type Kind = Body['kind'];

export const KINDS = [
  'damaged',
  'notReceived',
  'short',
  'notAsDescribed',
  'quality',
  'foodSafety',
  'other',
] as const satisfies readonly Kind[];

export type Claim = ReturnType<typeof useClaim>;

/** An amount that cannot be claimed of a line: none, nothing, or more than is left of what was paid. */
export function isWrong(line: Line, typed: string): boolean {
  const fen = fenOf(typed);
  return fen === null || fen === 0n || fen > BigInt(line.free.amount);
}

/** What a buyer is about to claim: of one supplier's part, line by line. */
export function useClaim(lines: readonly Line[]) {
  const parts = [...new Map(lines.map((line) => [line.supplierOrderId, line.supplierName]))].map(([value, label]) => ({
    value,
    label,
  }));
  const [part, setPart] = useState(parts[0]!.value);
  const [kind, setKind] = useState<Kind | undefined>();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const ofPart = lines.filter((line) => line.supplierOrderId === part);
  const claimed = ofPart.filter((line) => chosen[line.lineId] !== undefined);
  return {
    ...{ parts, part, kind, words, chosen, tried, ofPart, claimed, setKind, setWords },
    choosePart(value: string) {
      setPart(value);
      setChosen({});
    },
    toggle: (line: Line) =>
      setChosen(({ [line.lineId]: was, ...others }) =>
        was === undefined ? { ...others, [line.lineId]: yuanOf(line.free.amount) } : others,
      ),
    type: (lineId: string, yuan: string) => setChosen((before) => ({ ...before, [lineId]: yuan })),
    /** What is to be sent; null, with every fault shown, while something is missing. */
    take(): Body | null {
      setTried(true);
      const wrong = claimed.some((line) => isWrong(line, chosen[line.lineId]!));
      if (claimed.length === 0 || wrong || !kind || words.trim().length < 2) return null;
      return {
        ...{ supplierOrderId: part, kind, words: words.trim() },
        lines: claimed.map((line) => ({
          lineId: line.lineId,
          amount: { amount: String(fenOf(chosen[line.lineId]!)), currency: 'CNY' },
        })),
      };
    },
  };
}
