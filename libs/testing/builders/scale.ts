import { randomBytes, randomUUID } from 'node:crypto';
import type { InputOf } from '@xihuo/contract';
import { command, newId, Notices, Vault, type Actor, type Tx } from '@xihuo/platform';
import { deliveries, lots } from '@xihuo/trace';
import { testMasterKey } from '../template';
import type { Offer } from './market';
import type { Shop } from './orders';

type Weighed = InputOf<'POST /supplier/deliveries'>['body'];
type Kit = Parameters<typeof deliveries.record>[1];

/** A shop with a scale: what its clerks, households and the platform's operator do with lots. */
export interface Scale {
  shop: Shop;
  kit: Kit;
  /** Today, of the business clock. */
  today(): Promise<string>;
  /** Runs work as a clerk of the supplier. */
  asClerk<View>(supplierId: string, work: (tx: Tx) => Promise<View>): Promise<View>;
  asHousehold<View>(householdId: string, work: (tx: Tx) => Promise<View>): Promise<View>;
  asOperator<View>(work: (tx: Tx) => Promise<View>): Promise<View>;
  openLot(offer: Offer): Promise<string>;
  /** What comes off the scale; a delivery of a first-grade 10 kg today where nothing else is said. */
  weighed(of: { lotId: string; householdId: string } & Partial<Weighed>): Promise<Weighed>;
  /** Recorded and confirmed by the household. */
  brought(supplierId: string, of: Parameters<Scale['weighed']>[0]): Promise<string>;
  /** The photo of a signed sheet, kept. Answers its id. */
  sheet(supplierId: string): Promise<string>;
  /** Makes lots of lots of one supplier. */
  made(
    offer: Offer,
    parts: Pick<InputOf<'POST /supplier/processings'>['body'], 'inputs' | 'outputs'> &
      Partial<InputOf<'POST /supplier/processings'>['body']>,
  ): Promise<string>;
}

export function scaleOf(shop: Shop): Scale {
  const vault = new Vault(testMasterKey);
  const kit: Kit = { vault, notices: new Notices(vault), origin: 'http://shop.test' };
  const as = async <View>(actor: Actor, work: (tx: Tx) => Promise<View>): Promise<View> =>
    (await command(shop.database, { name: 'test', actor, requestId: 'test' }, work)).view;
  const person = (grant: Partial<Extract<Actor, { kind: 'person' }>['grants'][number]>): Actor => ({
    kind: 'person',
    personId: newId(),
    grants: [{ role: 'supplier', organisationId: null, jurisdiction: null, householdId: null, ...grant }],
  });
  const scale: Scale = {
    shop,
    kit,
    today: async () =>
      (
        await shop.rows<{ day: string }>(
          `select to_char(platform.business_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day`,
        )
      )[0]!.day,
    asClerk: (organisationId, work) => as(person({ organisationId }), work),
    asHousehold: (householdId, work) => as(person({ role: 'farmer', householdId }), work),
    asOperator: (work) => as(person({ role: 'operator' }), work),
    async openLot({ supplierId, productId }) {
      const producedOn = await scale.today();
      const wanted = { id: newId(), supplierId, productId, producedOn, breakdownPublic: true };
      return (await scale.asClerk(supplierId, (tx) => lots.open(tx, wanted, randomBytes(10)))).id;
    },
    weighed: async (of) => ({
      ...{ id: newId(), grams: 10_000, grade: 'first', pricePerKg: null, ticketFileId: null, note: null },
      ...{ deliveredOn: await scale.today(), ...of },
    }),
    async brought(supplierId, of) {
      const weighed = await scale.weighed(of);
      await scale.asClerk(supplierId, (tx) => deliveries.record(tx, kit, weighed));
      await scale.asHousehold(of.householdId, (tx) => deliveries.confirm(tx, kit, { id: weighed.id, version: 1 }));
      return weighed.id;
    },
    async sheet(supplierId) {
      const id = newId();
      await shop.rows(
        `insert into trace.lot_paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
         values ($1, $2, sha256('x'), 1, gen_random_uuid(), now())`,
        [id, supplierId],
      );
      return id;
    },
    async made({ supplierId }, parts) {
      const performedOn = await scale.today();
      const body = {
        id: randomUUID(),
        supplierId,
        kind: 'mixing' as const,
        performedOn,
        note: null,
        losses: [],
        ...parts,
      };
      const chance = body.outputs.map(() => randomBytes(10));
      return (await scale.asClerk(supplierId, (tx) => lots.process(tx, body, chance))).id;
    },
  };
  return scale;
}
