import { blank, boxesIn, boxOn, inside, type Box } from './mp4-boxes';
import { runsOf } from './mp4-samples';
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
 * Empties an MP4 in place of all that is neither picture nor sound: boxes beside them, times, and tracks of other kinds with what
 * they hold, since cameras write where they are into such. Every byte that stays keeps its address.
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
  const stores = boxes.filter(({ type }) => type === 'mdat');
  // The samples of a film in pieces are told of by each piece.
  if (others.length > 0 && boxes.some(({ type }) => type === 'moof')) return 'kind';
  for (const track of others) emptySamples(bytes, track, stores);
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

function emptySamples(bytes: Buffer, track: Box, stores: readonly Box[]): void {
  for (const { from, to } of runsOf(bytes, track)) {
    const isStored = stores.some(({ body, end }) => from >= body && to <= end);
    if (!isStored) throw new RangeError('samples lie outside of the store');
    bytes.fill(0, from, to);
  }
}

function emptyOthers(bytes: Buffer, boxes: readonly Box[], keeper: Keeper): void {
  const kept: readonly string[] = KEPT[keeper];
  for (const box of boxes) {
    if (!kept.includes(box.type)) blank(bytes, box);
    else if (DATED.includes(box.type)) undate(bytes, box);
    else if (isKeeper(box.type)) emptyOthers(bytes, inside(bytes, box), box.type);
  }
}

function undate(bytes: Buffer, { body, end }: Box): void {
  const width = bytes.readUInt8(body) === 1 ? 16 : 8;
  if (body + 4 + width > end) throw new RangeError('a head is cut off');
  bytes.fill(0, body + 4, body + 4 + width);
}
