import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import type { Cell, Database, Tx, Vault } from '@xihuo/platform';
import {
  addressesOf,
  clearDefault,
  defaultToLast,
  dropAddress,
  judgeAddress,
  lockAddresses,
  putAddress,
  type AddressRow,
} from '../../store/account/address.sql';
import { rowsOf } from '../business/members';

export type AddressList = ResponseOf<'GET /me/addresses'>;

const MOST = 20;

/** Where an address of the book lies in the vault. */
const addressCell = (id: string): Cell => ({ table: 'ordering.address', row: id, column: 'sealed' });

type Receiver = Omit<AddressList['data'][number]['delivery'], 'regionCode'>;

function addressView(vault: Vault, row: AddressRow): AddressList['data'][number] {
  const receiver = JSON.parse(vault.open(addressCell(row.id), row.sealed)) as Receiver;
  return {
    ...{ id: row.id, delivery: { regionCode: row.region_code, ...receiver }, path: row.path },
    ...{ regionName: row.region_name, tag: row.tag, isDefault: row.is_default },
  };
}

/** The whole book, opened: whoever asks reads their own. */
export async function listAddresses(
  where: Pick<Database, 'read'> | Tx,
  vault: Vault,
  personId: string,
): Promise<AddressList> {
  return { data: (await rowsOf(where, addressesOf, [personId])).map((row) => addressView(vault, row)) };
}

/**
 * Keeps an address, new or changed; kept twice it stands once. The first is the default, and one is as long as there are any.
 *
 * @throws ProblemError NOT_FOUND where the id is somebody else's, REGION_NOT_DELIVERABLE, ADDRESSES_FULL
 */
export async function keepAddress(
  tx: Tx,
  vault: Vault,
  personId: string,
  { params: { id }, body }: Pick<InputOf<'PUT /me/addresses/{id}'>, 'params' | 'body'>,
): Promise<AddressList> {
  const { regionCode, ...receiver } = body.delivery;
  await tx.sql(lockAddresses, [personId]);
  const [judged] = await tx.sql(judgeAddress, [id, personId, regionCode]);
  if (judged!.foreign_id) throw fail('NOT_FOUND');
  if (!judged!.deliverable) throw fail.inField('REGION_NOT_DELIVERABLE', 'delivery/regionCode', 'not deliverable');
  if (judged!.held >= MOST) throw fail('ADDRESSES_FULL');
  const isDefault = body.isDefault || judged!.held === 0;
  if (isDefault) await tx.sql(clearDefault, [personId, id]);
  const sealed = vault.seal(addressCell(id), JSON.stringify(receiver));
  await tx.sql(putAddress, [id, personId, regionCode, sealed, body.tag, isDefault, tx.now]);
  tx.audit({ action: 'address.keep', subjectKind: 'address', subjectId: id, after: { regionCode, isDefault } });
  return listAddresses(tx, vault, personId);
}

/** @throws ProblemError NOT_FOUND */
export async function forgetAddress(tx: Tx, vault: Vault, personId: string, id: string): Promise<AddressList> {
  tx.attempt({ action: 'address.forget', subjectKind: 'address', subjectId: id });
  await tx.sql(lockAddresses, [personId]);
  const [gone] = await tx.sql(dropAddress, [id, personId]);
  if (!gone) throw fail('NOT_FOUND');
  if (gone.was_default) await tx.sql(defaultToLast, [personId]);
  tx.audit({ action: 'address.forget', subjectKind: 'address', subjectId: id });
  return listAddresses(tx, vault, personId);
}
