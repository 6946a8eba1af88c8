import type { ResponseOf } from '@xihuo/contract';
import type { Database } from '@xihuo/platform';
import { pairingsInForce, provinces, regionsBelow } from '../store/place.sql';

/** The regions directly below one, or the provinces: what an address cascade asks for step by step. */
export async function listRegions(database: Database, parent?: string): Promise<ResponseOf<'GET /regions'>> {
  const rows = parent ? await database.read(regionsBelow, [parent]) : await database.read(provinces);
  return {
    data: rows.map((row) => ({
      code: row.code,
      name: row.name,
      level: row.level,
      parentCode: row.parent_code,
      side: row.side,
    })),
  };
}

/** The east-west pairings in force today. */
export async function listPairings(database: Database): Promise<ResponseOf<'GET /pairings'>> {
  const rows = await database.read(pairingsInForce);
  return {
    data: rows.map((row) => ({
      eastCode: row.east_code,
      eastName: row.east_name,
      westCode: row.west_code,
      westName: row.west_name,
      nickname: row.nickname,
      effectiveFrom: row.effective_from,
      source: row.source,
    })),
  };
}
