// As much of DER (X.690) as a certificate needs: every value is a tag, a length and its bytes.

/** @param {number} tag @param {Buffer[]} contents */
export function der(tag, ...contents) {
  const body = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag, ...lengthOf(body.length)]), body]);
}

/** @param {number} length */
function lengthOf(length) {
  if (length < 0x80) return [length];
  const bytes = [];
  for (let rest = length; rest > 0; rest >>>= 8) bytes.unshift(rest & 0xff);
  return [0x80 | bytes.length, ...bytes];
}

export const sequence = (/** @type {Buffer[]} */ ...items) => der(0x30, ...items);
export const set = (/** @type {Buffer[]} */ ...items) => der(0x31, ...items);
export const boolean = (/** @type {boolean} */ value) => der(0x01, Buffer.from([value ? 0xff : 0]));
export const octets = (/** @type {Buffer} */ bytes) => der(0x04, bytes);
export const bits = (/** @type {Buffer} */ bytes, unused = 0) => der(0x03, Buffer.from([unused]), bytes);
export const text = (/** @type {string} */ value) => der(0x0c, Buffer.from(value, 'utf8'));
/** Wraps a value in a context tag. @type {(number: number, ...items: Buffer[]) => Buffer} */
export const tagged = (number, ...items) => der(0xa0 | number, ...items);
/** A value whose own tag a context tag replaces. @type {(number: number, bytes: Buffer) => Buffer} */
export const implicit = (number, bytes) => der(0x80 | number, bytes);

/** A positive integer: a leading bit would make it negative. @param {Buffer} bytes */
export function integer(bytes) {
  return der(0x02, (bytes[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

/** Two-digit years up to 2049, as X.509 demands. @param {Date} date */
export function time(date) {
  const digits = date.toISOString().replace(/[-:T]|\.\d+/g, '');
  return date.getUTCFullYear() < 2050 ? der(0x17, Buffer.from(digits.slice(2))) : der(0x18, Buffer.from(digits));
}

/** @param {string} dotted */
export function oid(dotted) {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** @param {number} value */
function base128(value) {
  const bytes = [value & 0x7f];
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift(0x80 | (rest & 0x7f));
  return bytes;
}
