/** A box of an MP4 (ISO/IEC 14496-12): where its head begins, where its content does, and where both end. */
export interface Box {
  readonly type: string;
  readonly start: number;
  readonly body: number;
  readonly end: number;
}

/** No film has so many at one place; a file made of empty boxes alone would be a hundred times itself in memory. */
const MOST = 20_000;

/** Boxes between two offsets, one behind the other. @throws RangeError where one does not end within them, or there are too many */
export function boxesIn(bytes: Buffer, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  for (let start = from; start < to;) {
    const box = boxAt(bytes, start, to);
    if (box.end > to || box.body > box.end || boxes.length === MOST)
      throw new RangeError('a box goes on behind its end');
    boxes.push(box);
    start = box.end;
  }
  return boxes;
}

function boxAt(bytes: Buffer, start: number, to: number): Box {
  const type = bytes.toString('latin1', start + 4, start + 8);
  const size = bytes.readUInt32BE(start);
  // 1: the length stands behind the name, in eight bytes. 0: the last one, up to the end.
  if (size === 1) {
    return { type, start, body: start + 16, end: start + Number(bytes.readBigUInt64BE(start + 8)) };
  }
  return { type, start, body: start + 8, end: size === 0 ? to : start + size };
}

export const inside = (bytes: Buffer, box: Box, skipped = 0): Box[] => boxesIn(bytes, box.body + skipped, box.end);

/** The first box of a name on a way of names. */
export function boxOn(bytes: Buffer, box: Box, ...way: string[]): Box | undefined {
  return way.reduce<Box | undefined>((at, type) => at && inside(bytes, at).find((inner) => inner.type === type), box);
}

/** Leaves as much room as before, with nothing in it: what stands behind keeps its address. */
export function blank(bytes: Buffer, { start, body, end }: Box): void {
  bytes.write('free', start + 4, 'latin1');
  bytes.fill(0, body, end);
}
