import {
  closeSync,
  fdatasyncSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/**
 * An append-only file, one JSON line per commit. A commit is on disk before it is answered, so kill -9 and power loss
 * keep every answered request. A torn last line was never answered and is cut off.
 */
export class Journal {
  #file: number;
  #size: number;
  #lines: number;

  private constructor(
    readonly path: string,
    file: number,
    size: number,
    lines: number,
  ) {
    this.#file = file;
    this.#size = size;
    this.#lines = lines;
  }

  static open(path: string, replay: (line: unknown) => void): Journal {
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(path, 'a+', 0o600);
    const { size, lines } = replayAll(readFileSync(file), path, replay);
    ftruncateSync(file, size);
    return new Journal(path, file, size, lines);
  }

  get lines(): number {
    return this.#lines;
  }

  append(line: unknown): void {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
    try {
      writeAll(this.#file, bytes);
      fdatasyncSync(this.#file);
    } catch (cause) {
      // A full disk may leave half a line; what follows it would then be unreadable.
      ftruncateSync(this.#file, this.#size);
      throw cause;
    }
    this.#size += bytes.length;
    this.#lines += 1;
  }

  /** Replaces the history by what is left of it; a crash in between leaves the old file whole. */
  rewrite(lines: Iterable<unknown>): void {
    const next = `${this.path}.next`;
    const file = openSync(next, 'w', 0o600);
    let size = 0;
    let count = 0;
    for (const line of lines) {
      const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
      writeAll(file, bytes);
      size += bytes.length;
      count += 1;
    }
    fsyncSync(file);
    closeSync(file);
    renameSync(next, this.path);
    syncFolder(dirname(this.path));
    closeSync(this.#file);
    this.#file = openSync(this.path, 'a', 0o600);
    this.#size = size;
    this.#lines = count;
  }

  close(): void {
    closeSync(this.#file);
  }
}

function replayAll(bytes: Buffer, path: string, replay: (line: unknown) => void): { size: number; lines: number } {
  let size = 0;
  let lines = 0;
  while (size < bytes.length) {
    const end = bytes.indexOf(0x0a, size);
    if (end < 0) break;
    const line = parseLine(bytes.toString('utf8', size, end));
    if (line === undefined) {
      if (end === bytes.length - 1) break;
      throw new Error(
        `The sandbox's journal ${path} is damaged at line ${lines + 1}. Move the file away to start empty.`,
      );
    }
    replay(line);
    size = end + 1;
    lines += 1;
  }
  return { size, lines };
}

function parseLine(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function writeAll(file: number, bytes: Buffer): void {
  let written = 0;
  while (written < bytes.length) written += writeSync(file, bytes, written);
}

function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}
