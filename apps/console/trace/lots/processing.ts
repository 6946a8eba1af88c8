import { gramsOf } from '../scale/weight';

/** A line of the form: a lot (or a new one of a product) and its kilograms as typed. */
export interface Line {
  key: number;
  /** A lot's id, or `product:<id>` for a new lot, or a reason of a loss. */
  what: string;
  kilograms: string;
}

export interface Sums {
  input: number;
  output: number;
  lost: number;
  /** What comes out and what is lost must be what goes in: how much is still to be said, negative where it is too much. */
  missing: number;
  /** Of a hundred grams in, in basis points; null before anything goes in. */
  yieldBp: number | null;
}

const gramsIn = (lines: readonly Line[]) =>
  lines.reduce((total, { kilograms }) => total + (gramsOf(kilograms, 'kg') ?? 0), 0);

export function sumsOf(inputs: readonly Line[], outputs: readonly Line[], losses: readonly Line[]): Sums {
  const [input, output, lost] = [gramsIn(inputs), gramsIn(outputs), gramsIn(losses)];
  return {
    ...{ input, output, lost, missing: input - output - lost },
    yieldBp: input === 0 ? null : Math.floor((output * 10_000) / input),
  };
}

/** Lines that say all they have to. */
export function whole(lines: readonly Line[]): boolean {
  return lines.every(({ what, kilograms }) => what !== '' && gramsOf(kilograms, 'kg') !== null);
}

/** The same lot twice on one side, or on both: no lot is made of itself. */
export function repeated(inputs: readonly Line[], outputs: readonly Line[]): boolean {
  const lots = [...inputs, ...outputs]
    .map(({ what }) => what)
    .filter((what) => what !== '' && !what.startsWith('product:'));
  return new Set(lots).size !== lots.length;
}
