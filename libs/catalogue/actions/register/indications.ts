import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { mustBeVersion, pageOf, placeIn, type Database, type Tx } from '@xihuo/platform';
import { joined, plain } from '../../rules/search/plain';
import {
  indicationById,
  indicationPage,
  indicationUsers,
  insertIndication,
  lockIndication,
  updateIndication,
  type IndicationRow,
  type IndicationUserRow,
} from '../../store/indication.sql';
import { chinese } from '../../words/chinese';

type Card = ResponseOf<'GET /catalogue/indications'>['data'][number];
type View = ResponseOf<'GET /catalogue/indications/{id}'>;
type Users = ResponseOf<'GET /catalogue/indications/{id}/users'>;
type Entry = InputOf<'POST /catalogue/indications'>['body'];
type Change = InputOf<'PUT /catalogue/indications/{id}'>['body'];

const cardOf = (row: IndicationRow): Card => ({
  ...{ id: row.id, name: { zh: row.name_zh, en: row.name_en }, kinds: row.kinds },
  ...{ holder: row.holder, markNumber: row.mark_number, source: row.source },
  ...{ validFrom: row.valid_from, validUntil: row.valid_until, state: row.state, users: row.users },
});

const userOf = (row: IndicationUserRow): Users['data'][number] => ({
  supplier: { id: row.supplier_id, name: row.supplier_name },
  product:
    row.product_id === null ? null : { id: row.product_id, name: { zh: row.product_name_zh, en: row.product_name_en } },
  ...{ number: row.number, validUntil: row.valid_until, marked: row.marked },
});

const valuesOf = ({ nameEn, kinds, holder, markNumber, validFrom, validUntil, source }: Change): unknown[] => [
  ...[nameEn, kinds, holder, markNumber, validFrom, validUntil, source],
];

/** The register, the newest entry first. */
export async function listIndications(
  database: Database,
  { q, cursor, limit }: InputOf<'GET /catalogue/indications'>['query'],
): Promise<ResponseOf<'GET /catalogue/indications'>> {
  const sought = q === undefined ? null : joined(plain(q, chinese));
  const rows = await database.read(indicationPage, [sought, placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, ({ id }) => id, cardOf);
}

/** @throws ProblemError NOT_FOUND */
export async function readIndication(database: Pick<Database, 'read'>, id: string): Promise<View> {
  const [row] = await database.read(indicationById, [id]);
  if (row === undefined) throw fail('NOT_FOUND');
  return { ...cardOf(row), version: row.row_version };
}

/** Who has shown a certificate to use it. @throws ProblemError NOT_FOUND */
export async function listUsers(
  database: Database,
  id: string,
  { cursor, limit }: InputOf<'GET /catalogue/indications/{id}/users'>['query'],
): Promise<Users> {
  await readIndication(database, id);
  const rows = await database.read(indicationUsers, [id, placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.id, userOf);
}

/**
 * Enters an indication that a published register names, without which no certificate of it shows a mark
 * (地理标志产品保护办法: name and mark are for those who are registered to use them).
 *
 * @throws ProblemError INDICATION_TAKEN
 */
export async function enterIndication(tx: Tx, { nameZh, ...entry }: Entry): Promise<{ id: string }> {
  const [row] = await tx.sql(insertIndication, [...valuesOf(entry), nameZh]);
  if (row === undefined) throw fail('INDICATION_TAKEN');
  const after = { nameZh, ...entry };
  tx.audit({ action: 'indication.enter', subjectKind: 'indication', subjectId: row.id, after });
  return row;
}

/** Puts an entry right; marks follow at once. @throws ProblemError NOT_FOUND, STALE_VERSION */
export async function changeIndication(
  tx: Tx,
  { id, version, change }: { id: string; version: number; change: Change },
): Promise<void> {
  tx.attempt({ action: 'indication.change', subjectKind: 'indication', subjectId: id });
  const [standing] = await tx.sql(lockIndication, [id]);
  if (standing === undefined) throw fail('NOT_FOUND');
  mustBeVersion(standing.row_version, version);
  await tx.sql(updateIndication, [...valuesOf(change), id]);
  const subject = { action: 'indication.change', subjectKind: 'indication', subjectId: id };
  tx.auditChange(subject, { before: standing.before, after: change });
}
