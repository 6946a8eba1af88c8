import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The first thing that does not fit: what is said of it is meant for people. */
export class Break extends Error {}

/** @param {unknown} holds @param {() => string} words @returns {asserts holds} */
export function hold(holds, words) {
  if (!holds) throw new Break(words());
}

/**
 * @typedef {{ format: string, demo: boolean, at: string, files: Record<string, { rows: number, sha256: string }> }} Manifest
 * @typedef {Record<string, any>} Row
 */

/** An export on disk, read row by row: only sums are kept in memory. */
export class Folder {
  /** @param {string} path */
  constructor(path) {
    this.path = path;
    const file = join(path, 'manifest.json');
    hold(existsSync(file), () => `${path} holds no manifest.json: it is no export, or one that was broken off`);
    /** @type {Manifest} */
    this.manifest = JSON.parse(readFileSync(file, 'utf8'));
    hold(
      this.manifest.format === 'xihuo-export@1',
      () => `the export is of the form ${this.manifest.format}, which is not known here`,
    );
  }

  /**
   * Rows of one kind. When the last has been read, their number and the file's hash have been held against the manifest.
   * @param {string} name
   * @returns {AsyncGenerator<Row>}
   */
  async *rows(name) {
    const file = `${name}.ndjson`;
    const said = this.manifest.files[file];
    const path = join(this.path, file);
    hold(said && existsSync(path), () => `${file} is missing`);
    const hash = createHash('sha256');
    const stream = createReadStream(path);
    stream.on('data', (chunk) => hash.update(chunk));
    let rows = 0;
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      rows += 1;
      yield parsed(line, file, rows);
    }
    hold(rows === said.rows, () => `${file} has ${rows} rows, its manifest says ${said.rows}`);
    hold(
      hash.digest('hex') === said.sha256,
      () => `${file} is not the file that the manifest was written for: its hash differs`,
    );
  }
}

/** @param {string} line @param {string} file @param {number} row @returns {Row} */
function parsed(line, file, row) {
  try {
    return JSON.parse(line);
  } catch {
    throw new Break(`${file}, row ${row} is no JSON`);
  }
}

/** Sums by key; a key never met is nothing. */
export class Sums {
  /** @type {Map<string, bigint>} */
  #sums = new Map();

  /** @param {string} key @param {string | bigint} amount */
  add(key, amount) {
    this.#sums.set(key, this.of(key) + BigInt(amount));
  }

  /** @param {string} key */
  of(key) {
    return this.#sums.get(key) ?? 0n;
  }

  keys() {
    return this.#sums.keys();
  }
}

/** @param {bigint | string} fen */
export function yuan(fen) {
  const sum = BigInt(fen);
  const digits = (sum < 0n ? -sum : sum).toString().padStart(3, '0');
  return `${sum < 0n ? '-' : ''}¥${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
