import { must } from '@xihuo/kernel';
import type { Database } from '@xihuo/platform';
import type { Declared, LookedUp } from '../../rules/evidence';
import { lookUpFile } from '../../store/application/file.sql';

/** What registers and other contexts say today about an application; a submission freezes it. */
export async function lookUp(read: Database['read'], id: string, { countyCode, uscc }: Declared): Promise<LookedUp> {
  const [registers] = await read(lookUpFile, [id, countyCode, uscc]);
  must(registers, 'an application that was read is there');
  const { county_lists: countyLists, account_name: accountName, same_code: sameCode, ...said } = registers;
  return { countyLists, accountName, sameCode, ...said };
}
