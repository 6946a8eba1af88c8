import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The first thing that does not fit: what is said of it is meant for people, in English and in Chinese. */
export class Break extends Error {
  /** @param {string} en @param {string} zh */
  constructor(en, zh) {
    super(en);
    this.zh = zh;
  }
}

/** @param {unknown} holds @param {() => string} en @param {() => string} zh the same in Chinese @returns {asserts holds} */
export function hold(holds, en, zh) {
  if (!holds) throw new Break(en(), zh());
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
    hold(
      existsSync(file),
      () => `${path} holds no manifest.json: it is no export, or one that was broken off`,
      () => `${path} 中没有 manifest.json：不是导出文件，或导出没有完成`,
    );
    /** @type {Manifest} */
    this.manifest = JSON.parse(readFileSync(file, 'utf8'));
    hold(
      this.manifest.format === 'xihuo-export@1',
      () => `the export is of the form ${this.manifest.format}, which is not known here`,
      () => `导出格式为 ${this.manifest.format}，这里不认识`,
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
    hold(
      said && existsSync(path),
      () => `${file} is missing`,
      () => `缺少 ${file}`,
    );
    const hash = createHash('sha256');
    const stream = createReadStream(path);
    stream.on('data', (chunk) => hash.update(chunk));
    let rows = 0;
    for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
      rows += 1;
      yield parsed(line, file, rows);
    }
    hold(
      rows === said.rows,
      () => `${file} has ${rows} rows, its manifest says ${said.rows}`,
      () => `${file} 有 ${rows} 行，清单写的是 ${said.rows} 行`,
    );
    hold(
      hash.digest('hex') === said.sha256,
      () => `${file} is not the file that the manifest was written for: its hash differs`,
      () => `${file} 不是清单所记的那份文件：哈希不同`,
    );
  }
}

/** @param {string} line @param {string} file @param {number} row @returns {Row} */
function parsed(line, file, row) {
  try {
    return JSON.parse(line);
  } catch {
    throw new Break(`${file}, row ${row} is no JSON`, `${file} 第 ${row} 行不是 JSON`);
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
