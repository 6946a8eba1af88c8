import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { must, time } from '@xihuo/kernel';
import { command, type CommandOptions } from '../database/command';
import type { Database } from '../database/database';
import { newId } from '../database/database';
import { statement, type Statement } from '../database/statement';
import type { Tx } from '../database/tx';
import { byteRange, type ByteRange } from './byte-range';
import { localFolder } from './local-folder';
import { mediaTypeOf, type MediaType } from './media-type';

/** Where bytes rest, under the hash of what they are. */
export interface FileStore {
  put(sha256: string, bytes: Buffer): Promise<void>;
  get(sha256: string): Promise<Buffer | null>;
  /** Takes the bytes away; nothing where there are none. */
  drop?(sha256: string): Promise<void>;
  /** A piece of it; the whole is read and cut where a store cannot. */
  piece?(sha256: string, range: ByteRange): Promise<Buffer | null>;
  /** All of it as it is read; the whole is held at once where a store cannot. */
  stream?(sha256: string): Promise<Readable | null>;
}

export interface StoredFile {
  readonly id: string;
  readonly sha256: string;
  readonly mediaType: MediaType;
  readonly sizeBytes: number;
}

interface FileRow {
  id: string;
  sha256: Buffer;
  media_type: MediaType;
  size_bytes: bigint;
}

const insertFile = statement(
  'platform.insert_file',
  `insert into platform.file (id, sha256, size_bytes, media_type, purpose, created_at) values ($1, $2, $3, $4, $5, $6)`,
);
const readFile = statement<FileRow>(
  'platform.read_file',
  'select id, sha256, media_type, size_bytes from platform.file where id = $1',
);

/** Between a row that is gone and its bytes nobody may keep the same bytes anew: who keeps some waits for who takes them away. */
const keeping = statement('platform.keeping_bytes', 'select pg_advisory_xact_lock_shared(hashtextextended($1, 370))');
const dropping = statement(
  'platform.dropping_bytes',
  'select pg_advisory_xact_lock(hashtextextended(sha256, 370)) from (select unnest($1::text[]) as sha256 order by 1) named',
);
const namedBytes = statement<{ sha256: string }>(
  'platform.named_bytes',
  `select distinct encode(sha256, 'hex') as sha256 from platform.file
    where sha256 = any (select decode(named, 'hex') from unnest($1::text[]) as named)`,
);

/** Written down with the rows that go: a process killed before the bytes went, or a disk that refused, leaves them named. */
const noteUnnamed = statement(
  'platform.note_unnamed_bytes',
  `insert into platform.unnamed_bytes (sha256, noted_at) select decode(named, 'hex'), $2 from unnest($1::text[]) as named
     on conflict do nothing`,
);
const unnamedBytes = statement<{ sha256: string }>(
  'platform.unnamed_bytes',
  `select encode(sha256, 'hex') as sha256 from platform.unnamed_bytes order by noted_at, sha256 limit 1000`,
);
const forgetUnnamed = statement(
  'platform.forget_unnamed_bytes',
  `delete from platform.unnamed_bytes where sha256 = any (select decode(named, 'hex') from unnest($1::text[]) as named)`,
);

const DAY_HOURS = 24;

/** A file whose row is gone. */
interface SweptFile {
  readonly file_id: string;
  /** The hash of its bytes where no other file has the same. */
  readonly unnamed: string | null;
}

/** A file, or the piece of it that was asked for. */
export interface FilePiece {
  /** As they come where it is the whole of a film. */
  readonly bytes: Buffer | Readable;
  /** Of the whole. */
  readonly sizeBytes: number;
  /** Null where the bytes are the whole. */
  readonly range: ByteRange | null;
}

/** Files people hand in: evidence, photos, papers. What a file is, its bytes say; its name is nobody's business. */
export class Files {
  constructor(private readonly store: FileStore) {}

  /** Files in a folder of this machine. */
  static inFolder(folder: string): Files {
    return new Files(localFolder(folder));
  }

  /**
   * Keeps a file. The bytes are written before the row: a lost row leaves bytes nobody finds, never a row without bytes.
   *
   * @returns null where the bytes are of no kind we take
   */
  async put(tx: Tx, { bytes, purpose }: { bytes: Buffer; purpose: string }): Promise<StoredFile | null> {
    const mediaType = mediaTypeOf(bytes);
    if (mediaType === null) return null;
    const hash = createHash('sha256').update(bytes).digest();
    await tx.sql(keeping, [hash.toString('hex')]);
    await this.store.put(hash.toString('hex'), bytes);
    const id = newId();
    await tx.sql(insertFile, [id, hash, bytes.length, mediaType, purpose, tx.now]);
    return { id, sha256: hash.toString('hex'), mediaType, sizeBytes: bytes.length };
  }

  /**
   * Throws away uploads that nobody took up within a day: whoever comes back then chooses them again.
   *
   * @param sweeping takes the rows of those handed in before $1, and answers them with the hash that no other file has
   * @returns how many files went; their bytes go once their rows are gone for good, a thousand a round at most
   * @throws what the store threw; what it did not take away is tried again by the next round
   */
  async sweep(database: Database, ask: CommandOptions, sweeping: Statement<SweptFile>): Promise<number> {
    const { view: gone } = await command(database, ask, async (tx) => {
      const files = await tx.sql(sweeping, [time.addHours(tx.now, -DAY_HOURS)]);
      const unnamed = [...new Set(files.flatMap((file) => file.unnamed ?? []))];
      if (unnamed.length > 0) await tx.sql(noteUnnamed, [unnamed, tx.now]);
      return files;
    });
    const unnamed = (await database.read(unnamedBytes, [])).map(({ sha256 }) => sha256);
    if (unnamed.length === 0) return gone.length;
    const { view: refused } = await command(database, ask, (tx) => this.drop(tx, unnamed));
    if (refused.length > 0) throw new AggregateError(refused, 'bytes that no file names are still there');
    return gone.length;
  }

  /** @returns why some could not be taken away; they stay noted */
  private async drop(tx: Tx, hashes: readonly string[]): Promise<unknown[]> {
    await tx.sql(dropping, [hashes]);
    const named = new Set((await tx.sql(namedBytes, [hashes])).map(({ sha256 }) => sha256));
    const refused: unknown[] = [];
    const drop = async (sha256: string): Promise<string[]> => {
      try {
        if (!named.has(sha256)) await this.store.drop?.(sha256);
        return [sha256];
      } catch (error) {
        refused.push(error);
        return [];
      }
    };
    const done = (await Promise.all(hashes.map(drop))).flat();
    await tx.sql(forgetUnnamed, [done]);
    return refused;
  }

  /** The caller has asked already whether this person may see it. */
  async read(from: Database, id: string): Promise<(StoredFile & { bytes: Buffer }) | null> {
    const [row] = await from.read(readFile, [id]);
    const bytes = row && (await this.store.get(row.sha256.toString('hex')));
    if (!row || !bytes) return null;
    must(createHash('sha256').update(bytes).digest().equals(row.sha256), 'a stored file is what it was');
    return {
      id,
      bytes,
      sha256: row.sha256.toString('hex'),
      mediaType: row.media_type,
      sizeBytes: Number(row.size_bytes),
    };
  }

  /**
   * As much of a file as the header Range asks for, and no more of it in memory than a megabyte: films are fetched piece by piece, and
   * streamed to whoever asks for the whole. Neither can be held against the hash of the whole.
   */
  async readPiece(from: Database, id: string, header: string | undefined): Promise<FilePiece | null> {
    const [row] = await from.read(readFile, [id]);
    const range = row ? byteRange(header, Number(row.size_bytes)) : null;
    const sha256 = row?.sha256.toString('hex') ?? '';
    if (row && range === null && row.media_type.startsWith('video/') && this.store.stream) {
      const bytes = await this.store.stream(sha256);
      return bytes && { bytes, sizeBytes: Number(row.size_bytes), range };
    }
    if (!row || range === null) {
      const whole = await this.read(from, id);
      return whole && { bytes: whole.bytes, sizeBytes: whole.sizeBytes, range };
    }
    const bytes = this.store.piece
      ? await this.store.piece(sha256, range)
      : ((await this.store.get(sha256))?.subarray(range.first, range.last + 1) ?? null);
    return bytes && { bytes, sizeBytes: Number(row.size_bytes), range };
  }
}
