import { createHash } from 'node:crypto';
import { must } from '@xihuo/kernel';
import type { Database } from '../database/database';
import { newId } from '../database/database';
import { statement } from '../database/statement';
import type { Tx } from '../database/tx';
import { localFolder } from './local-folder';
import { mediaTypeOf, type MediaType } from './media-type';

/** Where bytes rest, under the hash of what they are. */
export interface FileStore {
  put(sha256: string, bytes: Buffer): Promise<void>;
  get(sha256: string): Promise<Buffer | null>;
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
    await this.store.put(hash.toString('hex'), bytes);
    const id = newId();
    await tx.sql(insertFile, [id, hash, bytes.length, mediaType, purpose, tx.now]);
    return { id, sha256: hash.toString('hex'), mediaType, sizeBytes: bytes.length };
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
}
