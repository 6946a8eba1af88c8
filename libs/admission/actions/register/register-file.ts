import type { InputOf } from '@xihuo/contract';
import { exporting, type Database } from '@xihuo/platform';
import { registerTable } from '../../store/register/register-table';
import { registerReads } from '../../store/register/register-page.sql';
import { registerEntry } from '../../store/register/views';

/** More suppliers than this in one province there are not; the file says so rather than stop in the middle. */
const MOST_ROWS = 50_000;

/** The register of one province, whole, for whoever wants to work with it. */
export async function registerFile(
  database: Database,
  { province, format }: InputOf<'GET /register/suppliers/file'>['query'],
): Promise<Awaited<ReturnType<typeof exporting.exportFile>>> {
  const [read] = registerReads({ province }, null, MOST_ROWS);
  const entries = (await database.read(read!.statement, read!.values)).map(registerEntry);
  const name = `准入供应商名录-${province}`;
  if (format !== 'json') return exporting.exportFile(name, format, [registerTable(entries)]);
  return {
    bytes: Buffer.from(JSON.stringify({ province, suppliers: entries })),
    mediaType: 'application/json; charset=utf-8',
    name: `${name}.json`,
  };
}
