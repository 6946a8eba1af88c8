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
