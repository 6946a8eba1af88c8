import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { must } from '@xihuo/kernel';
import { unlessVeiled } from './veil';

/** A sealed value belongs to one cell of one table: copied to another row or column it does not open. */
export interface Cell {
  /** With its schema, such as registry.household_sealed. */
  table: string;
  row: string;
  column: string;
}

const VERSION = 1;
const IV = 12;
const TAG = 16;
const KEY = 32;
const HEAD = 1 + IV + KEY + TAG + IV;

/**
 * Envelope encryption of single cells: AES-256-GCM under a data key of its own, which is wrapped by the master key, so the
 * master key can be changed by re-wrapping. The cell's place is authenticated data of both.
 * Bytes: version, wrap iv, wrapped key, wrap tag, iv, cipher text, tag.
 */
export class Vault {
  readonly #master: Buffer;

  /** @param masterKey 32 bytes in base64 */
  constructor(masterKey: string) {
    this.#master = Buffer.from(masterKey, 'base64');
    must(this.#master.length === KEY, 'the master key has 32 bytes');
  }

  seal(cell: Cell, plain: string): Buffer {
    const place = placeOf(cell);
    const drawn = randomBytes(KEY + IV + IV);
    const key = drawn.subarray(0, KEY);
    const wrapIv = drawn.subarray(KEY, KEY + IV);
    const iv = drawn.subarray(KEY + IV);
    const wrap = createCipheriv('aes-256-gcm', this.#master, wrapIv).setAAD(place);
    const wrapped = Buffer.concat([wrap.update(key), wrap.final()]);
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(place);
    const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), wrapIv, wrapped, wrap.getAuthTag(), iv, text, cipher.getAuthTag()]);
  }

  /** Told under the veil it has its shape alone. @throws where the bytes were sealed for another cell, by another key, or were changed */
  open(cell: Cell, sealed: Buffer): string {
    must(sealed.length >= HEAD + TAG && sealed[0] === VERSION, 'a sealed value of version 1');
    const place = placeOf(cell);
    const wrapEnd = 1 + IV + KEY;
    const unwrap = createDecipheriv('aes-256-gcm', this.#master, sealed.subarray(1, 1 + IV)).setAAD(place);
    unwrap.setAuthTag(sealed.subarray(wrapEnd, wrapEnd + TAG));
    const key = Buffer.concat([unwrap.update(sealed.subarray(1 + IV, wrapEnd)), unwrap.final()]);
    const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(HEAD - IV, HEAD)).setAAD(place);
    cipher.setAuthTag(sealed.subarray(sealed.length - TAG));
    const plain = Buffer.concat([cipher.update(sealed.subarray(HEAD, sealed.length - TAG)), cipher.final()]);
    return unlessVeiled(plain.toString('utf8'));
  }

  /** A keyed hash for finding and comparing what must not be readable; each purpose has its own. */
  blindIndex(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.derive('blind-index')).update(`${purpose}\0${text}`).digest();
  }

  /** A key of its own for one purpose, such as the tokens of orders. */
  derive(purpose: string): Buffer {
    return createHmac('sha256', this.#master).update(`xihuo:${purpose}`).digest();
  }
}

function placeOf({ table, row, column }: Cell): Buffer {
  return Buffer.from(JSON.stringify([table, row, column]));
}
