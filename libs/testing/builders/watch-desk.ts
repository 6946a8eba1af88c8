import { randomUUID } from 'node:crypto';
import { WATCHING_POLICIES } from '../../../infra/database/reference/watching-policies';
import { setPolicies } from '@xihuo/registry';
import { watch } from '@xihuo/admission';
import type { Field } from './field';
import { openReviewDesk, COUNTY, type Person, type ReviewDesk } from './review-desk';

export interface Admitted {
  supplierId: string;
  owner: Person;
}

/** A review desk with admitted suppliers, the settings of watching, and a product that sells. */
export interface WatchDesk extends ReviewDesk {
  admitted(wanted?: { countyCode?: string; certifiedOn?: string }): Promise<Admitted>;
  product(supplierId: string): Promise<string>;
  maySell(supplierId: string): Promise<boolean>;
  maySellProduct(productId: string): Promise<boolean>;
  standing(supplierId: string): Promise<string>;
  /** A day from today on. */
  day(offset: number): Promise<string>;
  /** The day's round of watching, however often there was one. */
  round(): Promise<void>;
  /** Kinds and states of the measures against somebody. */
  measuresOf(supplierId: string): Promise<string[]>;
  /** How many notices somebody has whose keys begin so. */
  noticesOf(personId: string, prefix: string): Promise<number>;
  /** A case that a reviewer opened. */
  opened(reviewer: Person, supplierId: string, productId?: string): Promise<string>;
  versionOf(table: 'watch_case' | 'measure' | 'appeal' | 'exit_procedure', id: string): Promise<number>;
}

export async function openWatchDesk(field?: Field): Promise<WatchDesk> {
  const desk = await openReviewDesk(field);
  await desk.does((tx) =>
    setPolicies(
      tx,
      WATCHING_POLICIES.map((policy) => ({ ...policy, effectiveFrom: '2020-01-01' })),
    ),
  );
  const read = async <Value>(sql: string, id: string): Promise<Value> =>
    Object.values((await desk.rows<Record<string, Value>>(sql, [id]))[0]!)[0]!;
  const versionOf: WatchDesk['versionOf'] = (table, id) =>
    desk.count(`select row_version from admission.${table} where id = $1`, [id]);
  return {
    ...desk,
    versionOf,
    admitted: (wanted) => admitted(desk, wanted),
    day: async (offset) => (await desk.rows<{ day: string }>(DAY, [offset]))[0]!.day,
    round: async () => {
      await desk.rows('delete from admission.watch_round');
      await watch.runRound(desk.database, desk);
    },
    measuresOf: async (supplierId) =>
      (await desk.rows<{ kind: string; state: string }>(MEASURES, [supplierId])).map(
        ({ kind, state }) => `${kind} ${state}`,
      ),
    noticesOf: (personId, prefix) =>
      desk.count(`select count(*) from platform.notice where person_id = $1 and key like $2 || '%'`, [
        personId,
        prefix,
      ]),
    product: async (supplierId) => {
      const productId = randomUUID();
      await desk.rows(
        `insert into admission.listing_approval (supplier_id, product_id, dossier_version, approved_at, approved_by)
         values ($1, $2, 1, now(), 'test')`,
        [supplierId, productId],
      );
      return productId;
    },
    maySell: (id) => read('select may_sell from admission.supplier_standing_v where supplier_id = $1', id),
    maySellProduct: (id) => read('select may_sell from admission.listing_right_v where product_id = $1', id),
    standing: (id) => read('select standing from admission.supplier_standing_v where supplier_id = $1', id),
    opened: async (reviewer, supplierId, productId) => {
      const wanted = {
        supplierId,
        ground: 'EXT-01',
        summary: '抽检发现农残超标的线索',
        ...(productId ? { productId } : {}),
      } as const;
      return (await desk.by(reviewer, (tx) => watch.openCase(tx, wanted))).id;
    },
  };
}

const DAY = `select to_char((platform.business_now() at time zone 'Asia/Shanghai')::date + $1::integer, 'YYYY-MM-DD') as day`;
const MEASURES = 'select kind, state from admission.measure where supplier_id = $1 order by id';

async function admitted(
  desk: ReviewDesk,
  { countyCode = COUNTY, certifiedOn = '2020-01-01' }: { countyCode?: string; certifiedOn?: string } = {},
): Promise<Admitted> {
  const { id, supplierId, submitter } = await desk.application({ countyCode });
  await desk.rows(`update admission.application set state = 'certified' where id = $1`, [id]);
  await desk.rows(
    `insert into admission.certification (supplier_id, application_id, certified_on, valid_until) values ($1, $2, $3, '2099-01-01')`,
    [supplierId, id, certifiedOn],
  );
  return { supplierId, owner: submitter };
}
