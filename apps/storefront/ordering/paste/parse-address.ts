import type { RegionPath } from '../delivery';
import { readPlace, soundsLikePlace, type Below, type Region } from './place';

/** What was found in a pasted text; empty where it says nothing of it. */
export interface Parsed {
  readonly name: string;
  /** Eleven digits. */
  readonly phone: string;
  readonly path: RegionPath | null;
  readonly address: string;
}

/** A mobile number as it is written: +86, blanks or hyphens between its groups. Without looking behind, which older phones cannot. */
const PHONE = /(^|\D)(?:\+?86[\s-]?)?(1\d{2})[\s-]?(\d{4})[\s-]?(\d{4})(?!\d)/;
const LABEL =
  '收货人|收件人|联系人|姓名|手机号码|手机号|手机|联系电话|电话号码|电话|所在地区|所在地|省市区|地区|详细地址|收货地址|收件地址|地址';
/** Before a colon, or a piece of its own: 塔城地区 is a place. */
const LABELS = new RegExp(`(?:${LABEL})\\s*:`, 'gu');
const IS_LABEL = new RegExp(`^(?:${LABEL})$`, 'u');
const POSTCODE = /(?:邮编|邮政编码)\s*:?\s*\d{6}(?!\d)/gu;
const BREAKS = /[\n\r\t,，;；、|。]+/u;

/** Signs of which addresses are made, not at the beginning: 路遥 is somebody, 中山路 is not. */
const STREET = /.[省市区县旗盟州镇乡村组路街道巷弄里号楼室栋幢座层苑园厦城]|\d/u;
/** Somebody, as names stand on parcels. */
const SOMEBODY =
  /^(?:\p{Script=Han}{2,4}(?:·\p{Script=Han}{1,8})*(?:先生|女士|小姐|老师)?|[A-Za-z][A-Za-z .'-]{1,38})$/u;

/** A name that hangs on the end of a house number: …1号张三. */
const HANGING = /([号室楼栋幢座层\d])((?!\p{Script=Han}*[元层室号楼座栋院内旁门店区])\p{Script=Han}{2,3})$/u;

/** Where in a piece a place begins after a name: 张三上海市…; 0 where it begins with one, -1 where there is none. */
function placeAt(piece: string, provinces: readonly Region[]): number {
  for (let at = 0; at <= 4 && at < piece.length; at += 1) {
    if (at !== 1 && soundsLikePlace(piece.slice(at), provinces)) return at;
  }
  return -1;
}

/** Pieces between breaks; blanks part them too, but for names in Latin letters. */
function piecesOf(text: string): string[] {
  return text
    .split(BREAKS)
    .flatMap((line) => (/^\s*[A-Za-z .'-]+\s*$/.test(line) ? [line] : line.split(/\s+/u)))
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '' && !IS_LABEL.test(piece));
}

/** Name and address among the pieces: what sounds like somebody and like no place is the name, the first of such. */
function partedPieces(pieces: readonly string[], provinces: readonly Region[]): { name: string; address: string[] } {
  let name = '';
  const address: string[] = [];
  for (const piece of pieces) {
    const at = placeAt(piece, provinces);
    const isName = name === '' && at !== 0 && SOMEBODY.test(piece) && !STREET.test(piece);
    if (isName) name = piece;
    else if (name === '' && at >= 2 && address.length === 0) {
      name = piece.slice(0, at);
      address.push(piece.slice(at));
    } else address.push(piece);
  }
  return { name, address };
}

/**
 * Name, phone and address out of a text as it is copied from a chat or another shop: in any order, with labels or without, with Chinese
 * signs or none between them. What it cannot tell it leaves empty; nothing is guessed that would send a parcel elsewhere.
 *
 * @param below the regions, level by level, as the cascade reads them
 */
export async function parseAddress(text: string, below: Below): Promise<Parsed> {
  const plain = text.normalize('NFKC').replace(POSTCODE, '\n').replace(LABELS, '\n');
  const phone = PHONE.exec(plain);
  const rest = phone ? plain.replace(phone[0], `${phone[1]}\n`) : plain;
  const parted = partedPieces(piecesOf(rest), await below(null));
  let { name } = parted;
  let address = joined(parted.address);
  const hanging = name === '' ? HANGING.exec(address) : null;
  if (hanging) [name, address] = [hanging[2]!, address.slice(0, hanging.index + 1)];
  const place = await readPlace(address, below);
  return {
    name: name.slice(0, 40),
    phone: phone ? phone.slice(2).join('') : '',
    path: place?.path ?? null,
    address: (place?.rest ?? address).slice(0, 200),
  };
}

/** Chinese needs no blanks between its parts; words in Latin letters do. */
function joined(pieces: readonly string[]): string {
  return pieces.reduce((all, piece) => all + (/[A-Za-z]$/.test(all) && /^[A-Za-z]/.test(piece) ? ' ' : '') + piece, '');
}
