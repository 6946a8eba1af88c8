import type { Vault } from '@xihuo/platform';

interface Numbered {
  readonly number: string;
  readonly holder: string;
}

const TABLE = 'settlement.payee_account_sealed';
const cell = (row: string, column: string) => ({ table: TABLE, row, column });

/** Whether two accounts are the same is asked of this, never of their numbers. */
export function fingerprintOf(vault: Vault, { number, holder }: Numbered): Buffer {
  return vault.blindIndex('settlement.payeeAccount', `${number} ${holder}`);
}

export function sealedCells(
  vault: Vault,
  id: string,
  { number, holder }: Numbered,
): { number: Buffer; holder: Buffer } {
  return {
    number: vault.seal(cell(id, 'number_sealed'), number),
    holder: vault.seal(cell(id, 'holder_sealed'), holder),
  };
}

export function openedCells(vault: Vault, id: string, sealed: { number: Buffer; holder: Buffer }): Numbered {
  return {
    number: vault.open(cell(id, 'number_sealed'), sealed.number),
    holder: vault.open(cell(id, 'holder_sealed'), sealed.holder),
  };
}
