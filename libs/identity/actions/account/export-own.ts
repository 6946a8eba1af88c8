import { Readable } from 'node:stream';
import type { Database, DownloadedFile, NamedKeeping, Vault } from '@xihuo/platform';

/** One object, context by context: what one keeps is read once the last is on its way. */
async function* pieces(
  database: Pick<Database, 'read'>,
  vault: Vault,
  keepings: readonly NamedKeeping[],
  personId: string,
): AsyncGenerator<string> {
  yield '{\n"of": "xihuo",\n"version": 1';
  for (const { name, tell } of keepings) {
    yield `,\n${JSON.stringify(name)}: ${JSON.stringify(await tell(database, vault, personId), null, 1)}`;
  }
  yield '\n}\n';
}

/** All that is kept of a person, opened, as a file of its own (PIPL art. 45). */
export function ownData(
  database: Pick<Database, 'read'>,
  vault: Vault,
  keepings: readonly NamedKeeping[],
  personId: string,
): DownloadedFile<Readable> {
  const bytes = Readable.from(pieces(database, vault, keepings, personId), { objectMode: false });
  return { bytes, mediaType: 'application/json', name: 'xihuo-my-data.json' };
}
