import { boxOn, inside, type Box } from './mp4-boxes';

interface Run {
  readonly from: number;
  readonly to: number;
}

/** No film short enough has more of anything. */
const MOST_ROWS = 1_000_000;

/** Where the rows of a table begin: behind version and count. @throws RangeError where there is no room for so many */
function rowsOf(bytes: Buffer, table: Box, width: number, head = 4): number[] {
  const count = bytes.readUInt32BE(table.body + head);
  const first = table.body + head + 4;
  if (first + count * width > table.end || count > MOST_ROWS) throw new RangeError('a table has more rows than room');
  return Array.from({ length: count }, (_, row) => first + row * width);
}

/** How many bytes the next so many samples have together. */
function lengthsOf(bytes: Buffer, table: Box): (samples: number) => number {
  const all = bytes.readUInt32BE(table.body + 4);
  if (all > 0) return (samples) => samples * all;
  const rows = rowsOf(bytes, table, 4, 8);
  let done = 0;
  return (samples) => {
    if (done + samples > rows.length) throw new RangeError('a chunk has samples of no length');
    const next = rows.slice(done, done + samples);
    done += samples;
    return next.reduce((sum, at) => sum + bytes.readUInt32BE(at), 0);
  };
}

/**
 * Where the samples of a track lie, a run a chunk (stsc, stsz, stco or co64).
 *
 * @throws RangeError where its tables do not fit each other, or speak of more than there is
 */
export function runsOf(bytes: Buffer, track: Box): Run[] {
  const stbl = boxOn(bytes, track, 'mdia', 'minf', 'stbl');
  const tables = new Map((stbl ? inside(bytes, stbl) : []).map((box) => [box.type, box]));
  const [stsc, stsz, stco, co64] = ['stsc', 'stsz', 'stco', 'co64'].map((name) => tables.get(name));
  const offsets = stco ?? co64;
  if (!stsc || !stsz || !offsets) throw new RangeError('a track without tables');
  const steps = rowsOf(bytes, stsc, 12).map((at) => ({
    first: bytes.readUInt32BE(at),
    samples: bytes.readUInt32BE(at + 4),
  }));
  const lengthOf = lengthsOf(bytes, stsz);
  let step = 0;
  let left = bytes.length;
  return rowsOf(bytes, offsets, stco ? 4 : 8).map((at, chunk) => {
    const from = stco ? bytes.readUInt32BE(at) : Number(bytes.readBigUInt64BE(at));
    while ((steps[step + 1]?.first ?? Infinity) <= chunk + 1) step += 1;
    const length = lengthOf(steps[step]?.samples ?? 0);
    left -= length;
    if (left < 0) throw new RangeError('more samples than bytes');
    return { from, to: from + length };
  });
}
