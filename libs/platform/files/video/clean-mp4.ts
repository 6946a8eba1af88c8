import { blank, boxesIn, boxOn, inside, type Box } from './mp4-boxes';
import { runsOfPieces } from './mp4-pieces';
import { runsOf, type Run } from './mp4-samples';
import type { VideoFault } from './clean-video';

/** What plays, by the box it stands in. Everything else is emptied: place, device, owner, names and whatever comes to be invented. */
const KEPT = {
  file: ['ftyp', 'moov', 'mdat', 'moof', 'mfra', 'sidx', 'styp'],
  moov: ['mvhd', 'trak', 'mvex'],
  trak: ['tkhd', 'edts', 'mdia', 'tapt'],
  mdia: ['mdhd', 'hdlr', 'minf', 'elng'],
  minf: ['vmhd', 'smhd', 'gmhd', 'nmhd', 'hdlr', 'dinf', 'stbl'],
  stbl: [
    'stsd',
    'stts',
    'ctts',
    'cslg',
    'stss',
    'stsz',
    'stz2',
    'stsc',
    'stco',
    'co64',
    'sgpd',
    'sbgp',
    'sdtp',
    'stps',
  ],
  moof: ['mfhd', 'traf'],
  traf: ['tfhd', 'tfdt', 'trun', 'sdtp', 'sgpd', 'sbgp'],
} as const;
type Keeper = keyof typeof KEPT;

const isKeeper = (type: string): type is Keeper => type in KEPT;
/** H.264 (ISO/IEC 14496-15): what every browser and telephone plays. */
const PICTURES = ['avc1', 'avc3'];
/** When it was made and changed, in two numbers behind the version. */
const DATED = ['mvhd', 'tkhd', 'mdhd'];

/**
 * Empties an MP4 in place of all that is neither picture nor sound: boxes beside them, times, names of devices, tracks of other
 * kinds, since cameras write where they are into such, and whatever lies in the store that no picture and no sound is made of. Every
 * byte that stays keeps its address.
 *
 * @returns why it is not taken; null where it was cleaned
 * @throws RangeError where its boxes do not fit into each other
 */
export function cleanMp4(bytes: Buffer): VideoFault | null {
  const boxes = boxesIn(bytes, 0, bytes.length);
  const movies = boxes.filter(({ type }) => type === 'moov');
  if (movies.length !== 1) return 'damaged';
  const tracks = inside(bytes, movies[0]!).filter(({ type }) => type === 'trak');
  const kinds = tracks.map((track) => kindOf(bytes, track));
  const fault = faultOf(bytes, tracks, kinds);
  if (fault !== null) return fault;
  const others = tracks.filter((_, nth) => !isShown(kinds[nth]!));
  const pieces = boxes.filter(({ type }) => type === 'moof');
  // The samples of a film in pieces are told of by each piece.
  if (others.length > 0 && pieces.length > 0) return 'kind';
  const shown = tracks.filter((track) => !others.includes(track));
  const runs = [...shown.flatMap((track) => runsOf(bytes, track)), ...runsOfPieces(bytes, movies[0]!, pieces)];
  emptyStores(
    bytes,
    boxes.filter(({ type }) => type === 'mdat'),
    runs.filter(({ from, to }) => from !== to).sort((one, other) => one.from - other.from),
  );
  for (const track of shown) unnameEntries(bytes, track);
  for (const track of others) blank(bytes, track);
  emptyOthers(bytes, boxes, 'file');
  // A film of a telephone calls itself QuickTime's, which some browsers do not try; its boxes are the same.
  if (bytes.toString('latin1', 8, 12) === 'qt  ') bytes.write('isom', 8, 'latin1');
  return null;
}

const isShown = (kind: string): boolean => kind === 'vide' || kind === 'soun';

function kindOf(bytes: Buffer, track: Box): string {
  const handler = boxOn(bytes, track, 'mdia', 'hdlr');
  if (!handler || handler.body + 12 > handler.end) throw new RangeError('a track of no kind');
  return bytes.toString('latin1', handler.body + 8, handler.body + 12);
}

function faultOf(bytes: Buffer, tracks: readonly Box[], kinds: readonly string[]): VideoFault | null {
  const films = tracks.filter((_, nth) => kinds[nth] === 'vide');
  if (films.length === 0) return 'kind';
  const codecs = films.flatMap((film) => {
    const described = boxOn(bytes, film, 'mdia', 'minf', 'stbl', 'stsd');
    return described ? inside(bytes, described, 8).map(({ type }) => type) : [''];
  });
  return codecs.length > 0 && codecs.every((codec) => PICTURES.includes(codec)) ? null : 'codec';
}

/** @param runs of what is shown, by where they begin; each lies in one store, and they may share bytes */
function emptyStores(bytes: Buffer, stores: readonly Box[], runs: readonly Run[]): void {
  let next = 0;
  for (const { body, end } of stores) {
    let kept = body;
    for (let run = runs[next]; run && run.from >= body && run.to <= end; run = runs[next]) {
      if (run.from > kept) bytes.fill(0, kept, run.from);
      kept = Math.max(kept, run.to);
      next += 1;
    }
    bytes.fill(0, kept, end);
  }
  if (next < runs.length) throw new RangeError('samples lie outside of the store');
}

/** How a track is to be read begins with who made the encoder, and of a picture with the name of it (32 bytes, "GoPro AVC encoder"). */
function unnameEntries(bytes: Buffer, track: Box): void {
  const described = boxOn(bytes, track, 'mdia', 'minf', 'stbl', 'stsd');
  for (const { body, end } of described ? inside(bytes, described, 8) : []) {
    empty(bytes, body + 12, Math.min(body + 16, end));
    if (kindOf(bytes, track) === 'vide') empty(bytes, body + 42, Math.min(body + 74, end));
  }
}

function empty(bytes: Buffer, from: number, to: number): void {
  if (from < to) bytes.fill(0, from, to);
}

function emptyOthers(bytes: Buffer, boxes: readonly Box[], keeper: Keeper): void {
  const kept: readonly string[] = KEPT[keeper];
  for (const box of boxes) {
    if (!kept.includes(box.type)) blank(bytes, box);
    else if (DATED.includes(box.type)) undate(bytes, box);
    // Behind what kind of track it is: by what it was written.
    else if (box.type === 'hdlr') empty(bytes, box.body + 12, box.end);
    else if (isKeeper(box.type)) emptyOthers(bytes, inside(bytes, box), box.type);
  }
}

function undate(bytes: Buffer, { body, end }: Box): void {
  const width = bytes.readUInt8(body) === 1 ? 16 : 8;
  if (body + 4 + width > end) throw new RangeError('a head is cut off');
  bytes.fill(0, body + 4, body + 4 + width);
}
