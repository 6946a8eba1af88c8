import { inside, type Box } from './mp4-boxes';
import { type Run } from './mp4-samples';

/** What a head (tfhd, trun) says it has, in its flags (ISO/IEC 14496-12, 8.8.7 and 8.8.8). */
const BASE = 0x1;
const DESCRIBED = 0x2;
const DEFAULT_DURATION = 0x8;
const DEFAULT_SIZE = 0x10;
const FROM_MOOF = 0x20000;
const OFFSET = 0x1;
const FIRST_FLAGS = 0x4;
const [DURATION, SIZE, FLAGS, COMPOSED] = [0x100, 0x200, 0x400, 0x800];

const flagsOf = (bytes: Buffer, { body }: Box): number => bytes.readUInt32BE(body) & 0xffffff;
const wide = (flags: number, ...each: number[]): number => 4 * each.filter((flag) => flags & flag).length;

/** How long a sample of each track is where its piece does not say (trex). */
function usualSizes(bytes: Buffer, movie: Box): Map<number, number> {
  const tables = inside(bytes, movie).filter(({ type }) => type === 'mvex');
  const usual = tables.flatMap((table) => inside(bytes, table)).filter(({ type }) => type === 'trex');
  return new Map(usual.map(({ body }) => [bytes.readUInt32BE(body + 4), bytes.readUInt32BE(body + 16)]));
}

interface Piece {
  readonly base: number;
  readonly size: number;
}

function headOf(bytes: Buffer, head: Box, usual: ReadonlyMap<number, number>, moof: Box, behind: number): Piece {
  const flags = flagsOf(bytes, head);
  const given = flags & BASE ? Number(bytes.readBigUInt64BE(head.body + 8)) : null;
  const sizeAt = head.body + 8 + (flags & BASE ? 8 : 0) + wide(flags, DESCRIBED, DEFAULT_DURATION);
  return {
    base: given ?? (flags & FROM_MOOF ? moof.start : behind),
    size: flags & DEFAULT_SIZE ? bytes.readUInt32BE(sizeAt) : (usual.get(bytes.readUInt32BE(head.body + 4)) ?? 0),
  };
}

/** @param behind where the run before ends, for one that does not say where it begins */
function runOf(bytes: Buffer, run: Box, { base, size }: Piece, behind: number): Run {
  const flags = flagsOf(bytes, run);
  const samples = bytes.readUInt32BE(run.body + 4);
  const from = flags & OFFSET ? base + bytes.readInt32BE(run.body + 8) : behind;
  if (!(flags & SIZE)) return { from, to: from + samples * size };
  const width = wide(flags, DURATION, SIZE, FLAGS, COMPOSED);
  const first = run.body + 8 + wide(flags, OFFSET, FIRST_FLAGS);
  if (first + samples * width > run.end) throw new RangeError('a run has more samples than room');
  let to = from;
  for (let nth = 0; nth < samples; nth += 1) to += bytes.readUInt32BE(first + nth * width + wide(flags, DURATION));
  return { from, to };
}

/**
 * Where the samples lie that the pieces of a film (moof) tell of, in all its tracks.
 *
 * @throws RangeError where a piece does not fit into itself
 */
export function runsOfPieces(bytes: Buffer, movie: Box, pieces: readonly Box[]): Run[] {
  const usual = usualSizes(bytes, movie);
  return pieces.flatMap((moof) => {
    // Without another word the first track's data counts from its piece, and each other's from the end of the one before.
    let behind = moof.start;
    return inside(bytes, moof)
      .filter(({ type }) => type === 'traf')
      .flatMap((traf) => {
        const boxes = inside(bytes, traf);
        const head = boxes.find(({ type }) => type === 'tfhd');
        if (!head) throw new RangeError('a piece of no track');
        const piece = headOf(bytes, head, usual, moof, behind);
        behind = piece.base;
        return boxes
          .filter(({ type }) => type === 'trun')
          .map((box) => {
            const run = runOf(bytes, box, piece, behind);
            behind = run.to;
            return run;
          });
      });
  });
}
