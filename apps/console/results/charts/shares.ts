/** A part of a bar: where it begins and how long it is, in percent of the whole picture. */
export interface Piece {
  start: number;
  length: number;
}

/** The parts of a row one after the other, the longest row of all filling the picture. Nothing is drawn of what is not more than nothing. */
export function piecesOf(values: readonly number[], greatest: number): Piece[] {
  let start = 0;
  return values.map((value) => {
    const length = greatest > 0 ? (Math.max(0, value) / greatest) * 100 : 0;
    const piece = { start, length };
    start += length;
    return piece;
  });
}

/** A bar, or the mark of a year before, within a row. */
export interface Drawn {
  start: number;
  length: number;
  top: number;
  height: number;
}

interface Told {
  values: readonly number[];
  before?: number | readonly number[] | undefined;
}

/** How high the lines of numbers are that are no parts of one whole, and the gap between them. */
const LINE = { height: 5, gap: 1 };

/** The largest number of a row that is drawn: of the stack, or of its longest line where its numbers are not added up. */
export function longestOf({ values, before }: Told): number {
  if (typeof before === 'object') return Math.max(0, ...values, ...before);
  return Math.max(
    values.reduce((sum, value) => sum + Math.max(0, value), 0),
    before ?? 0,
  );
}

/**
 * What is drawn of a row. Numbers with one number of the year before are parts of a whole and lie one after the other; where each has
 * its own, each lies on a line of its own with its mark, since their sum says nothing.
 */
export function barsOf({ values, before }: Told, greatest: number, height: number) {
  const share = (value: number) => (greatest > 0 ? (Math.max(0, value) / greatest) * 100 : 0);
  if (typeof before === 'object') {
    const at = (line: number) => ({ top: line * (LINE.height + LINE.gap), height: LINE.height });
    return {
      pieces: values.map((value, line): Drawn => ({ start: 0, length: share(value), ...at(line) })),
      marks: before.flatMap((value, line) => (value > 0 && greatest > 0 ? [{ start: share(value), ...at(line) }] : [])),
    };
  }
  return {
    pieces: piecesOf(values, greatest).map((piece): Drawn => ({ ...piece, top: 0, height })),
    marks: before && before > 0 && greatest > 0 ? [{ start: share(before), top: -3, height: height + 6 }] : [],
  };
}

export interface Flow {
  from: string;
  to: string;
  value: number;
}
export interface Band {
  from: string;
  to: string;
  /** Upper edge at each side, and how thick it is. */
  left: number;
  right: number;
  thick: number;
}
export interface Side {
  code: string;
  top: number;
  height: number;
}

/**
 * A flow picture: each place as high as what it buys or sells, places of a side in the order of their codes, bands in the order of the
 * places on the other side, so that none of its bands cross at a place. A place whose bands are thin still has room for its name.
 */
export function layOut(flows: readonly Flow[], room: { band: number; least: number; gap: number }) {
  const drawn = flows.filter(({ value }) => value > 0);
  const whole = drawn.reduce((sum, { value }) => sum + value, 0);
  const thick = (value: number) => (whole > 0 ? (value / whole) * room.band : 0);
  const sideOf = (name: 'from' | 'to') => {
    const codes = [...new Set(drawn.map((flow) => flow[name]))].sort();
    let top = 0;
    return codes.map((code): Side => {
      const sum = drawn.filter((flow) => flow[name] === code).reduce((all, { value }) => all + value, 0);
      const side = { code, top, height: Math.max(room.least, thick(sum)) };
      top += side.height + room.gap;
      return side;
    });
  };
  const [east, west] = [sideOf('from'), sideOf('to')];
  const next = { from: new Map<string, number>(), to: new Map<string, number>() };
  const take = (side: 'from' | 'to', sides: readonly Side[], { code, size }: { code: string; size: number }) => {
    const at = next[side].get(code) ?? sides.find((one) => one.code === code)!.top;
    next[side].set(code, at + size);
    return at;
  };
  const inOrder = [...drawn].sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
  const lefts = inOrder.map(({ from, value }) => take('from', east, { code: from, size: thick(value) }));
  const byWest = inOrder
    .map((flow, at) => ({ flow, at }))
    .sort((a, b) => (a.flow.to + a.flow.from < b.flow.to + b.flow.from ? -1 : 1));
  const rights: number[] = [];
  for (const { flow, at } of byWest) rights[at] = take('to', west, { code: flow.to, size: thick(flow.value) });
  const bands = inOrder.map(({ from, to, value }, at): Band => ({
    from,
    to,
    left: lefts[at]!,
    right: rights[at]!,
    thick: thick(value),
  }));
  const height = Math.max(0, ...[...east, ...west].map((side) => side.top + side.height));
  return { east, west, bands, height };
}
