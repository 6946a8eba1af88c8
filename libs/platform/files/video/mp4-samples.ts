import { boxOn, inside, type Box } from './mp4-boxes';

/** Bytes of samples that lie one behind the other. */
export interface Run {
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

/** The length of each sample (stsz, or stz2 in fewer bits); one number where all have the same. */
function sizesOf(bytes: Buffer, table: Box): number | number[] {
  const all = bytes.readUInt32BE(table.body + 4);
  if (table.type === 'stsz') return all || rowsOf(bytes, table, 4, 8).map((at) => bytes.readUInt32BE(at));
  const bits = all & 0xff;
  if (bits === 4) {
    return rowsOf(bytes, table, 0.5, 8).map((at) => (bytes.readUInt8(Math.floor(at)) >> (at % 1 === 0 ? 4 : 0)) & 15);
  }
  if (bits !== 8 && bits !== 16) throw new RangeError('lengths of no width');
  return rowsOf(bytes, table, bits / 8, 8).map((at) => bytes.readUIntBE(at, bits / 8));
}

/** How many bytes the next so many samples have together. */
function lengthsOf(bytes: Buffer, table: Box): (samples: number) => number {
  const rows = sizesOf(bytes, table);
  if (typeof rows === 'number') return (samples) => samples * rows;
  let done = 0;
  return (samples) => {
    if (done + samples > rows.length) throw new RangeError('a chunk has samples of no length');
    const next = rows.slice(done, done + samples);
    done += samples;
    return next.reduce((sum, size) => sum + size, 0);
  };
}

/**
 * Where the samples of a track lie, a run a chunk (stsc, stsz or stz2, stco or co64).
 *
 * @throws RangeError where its tables do not fit each other, or speak of more than there is
 */
export function runsOf(bytes: Buffer, track: Box): Run[] {
  const stbl = boxOn(bytes, track, 'mdia', 'minf', 'stbl');
  const tables = new Map((stbl ? inside(bytes, stbl) : []).map((box) => [box.type, box]));
  const [stsc, stsz, stco, co64] = ['stsc', 'stsz', 'stco', 'co64'].map((name) => tables.get(name));
  const sizes = stsz ?? tables.get('stz2');
  const offsets = stco ?? co64;
  if (!stsc || !sizes || !offsets) throw new RangeError('a track without tables');
  const steps = rowsOf(bytes, stsc, 12).map((at) => ({
    first: bytes.readUInt32BE(at),
    samples: bytes.readUInt32BE(at + 4),
  }));
  const lengthOf = lengthsOf(bytes, sizes);
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
