import { must } from '@xihuo/kernel';
import { command, type Database, type Files, type Tx } from '@xihuo/platform';
import { insertRenditions, settlePicture, waitingPictures, type WaitingPicture } from '../../store/picture.sql';
import { encodePicture, type Encoded } from './encode';

export const ENCODE_PICTURES = 'catalogue.encodePictures';
const AT_ONCE = 20;

const ask = {
  name: ENCODE_PICTURES,
  actor: { kind: 'system', name: 'pictures' },
  requestId: ENCODE_PICTURES,
} as const;

interface Kit {
  readonly database: Database;
  readonly files: Files;
}

/**
 * Encodes all that waits, outside of any transaction, since drawing takes seconds; of two workers the second one's work is
 * forgotten. One whose original cannot be read goes on waiting and holds up no other.
 *
 * @returns how many pictures were settled
 * @throws AggregateError of the ones that could not be, once all others are done
 */
export async function encodePictures(kit: Kit): Promise<number> {
  const faults: unknown[] = [];
  let settled = 0;
  let waiting = await kit.database.read(waitingPictures, [AT_ONCE, null]);
  while (waiting.length > 0) {
    for (const picture of waiting) {
      try {
        await encodeOne(kit, picture);
        settled += 1;
      } catch (error) {
        faults.push(error);
      }
    }
    waiting = await kit.database.read(waitingPictures, [AT_ONCE, waiting.at(-1)!.id]);
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} pictures could not be encoded`);
  return settled;
}

async function encodeOne({ database, files }: Kit, { id, file_id: fileId }: WaitingPicture): Promise<void> {
  const file = await files.read(database, fileId);
  must(file, `picture ${id} was handed in and its original is not kept`);
  const encoded = await encodePicture(file.bytes);
  await command(database, ask, (tx) => keep(tx, files, id, encoded));
}

async function keep(tx: Tx, files: Files, id: string, encoded: Encoded | string): Promise<void> {
  const isRefused = typeof encoded === 'string';
  const settled = await tx.sql(settlePicture, [
    id,
    ...(isRefused ? ['refused', null, null, encoded] : ['ready', encoded.width, encoded.height, null]),
  ]);
  if (isRefused || settled.length === 0) return;
  const rows = [];
  for (const { format, width, bytes } of encoded.renditions) {
    const file = await files.put(tx, { bytes, purpose: 'catalogue.picture' });
    must(file, 'what was encoded here is of a kind we keep');
    rows.push({ format, width, sha256: file.sha256, file_id: file.id, size_bytes: bytes.length });
  }
  await tx.sql(insertRenditions, [id, JSON.stringify(rows)]);
}
