import { must } from '@xihuo/kernel';
import { command, type Database, type Files, type Tx } from '@xihuo/platform';
import { insertRenditions, settlePicture, waitingPictures } from '../../store/picture.sql';
import { encodePicture, type Encoded } from './encode';

export const ENCODE_PICTURES = 'catalogue.encodePictures';
const AT_ONCE = 20;

const ask = {
  name: ENCODE_PICTURES,
  actor: { kind: 'system', name: 'pictures' },
  requestId: ENCODE_PICTURES,
} as const;

/**
 * Encodes what waits, outside of any transaction, since drawing takes seconds; of two workers the second one's work is forgotten.
 *
 * @returns how many pictures were looked at
 */
export async function encodePictures({ database, files }: { database: Database; files: Files }): Promise<number> {
  const waiting = await database.read(waitingPictures, [AT_ONCE]);
  for (const { id, file_id: fileId } of waiting) {
    const file = await files.read(database, fileId);
    must(file, 'a picture that was handed in is kept');
    const encoded = await encodePicture(file.bytes);
    await command(database, ask, (tx) => keep(tx, files, id, encoded));
  }
  return waiting.length;
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
