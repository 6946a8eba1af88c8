import { textPeople } from '@xihuo/identity';
import { lines } from '@xihuo/ordering';
import type { Tx } from '@xihuo/platform';
import type { Message } from '../rules/messages';
import { tiedTo } from '../rules/may-act';
import { mediators, peopleOfSupplier } from '../store/case-file.sql';
import type { CaseRow } from '../store/case.sql';
import { factsOf } from '../store/case-view';
import type { DisputeKit } from './dispute-kit';

type Whom = Pick<CaseRow, 'id' | 'order_id' | 'order_number' | 'supplier_id' | 'supplier_name' | 'buyer_id'>;

export function about({
  order_number: order,
  supplier_name: supplier,
}: Pick<CaseRow, 'order_number' | 'supplier_name'>) {
  return { order, supplier };
}

/** A key of its own for each moment: a case may come to the same step twice. */
function keyOf(tx: Tx, { id }: Whom, what: string): string {
  return `dispute.${what}:${id}:${tx.now.getTime()}`;
}

/** By who is told: somebody may be both, and each leads to a desk of its own. */
const ABOUT = {
  buyer: ({ id, order_id: orderId }: Whom) => `dispute:${orderId}/${id}` as const,
  supplier: ({ id }: Whom) => `answering:${id}` as const,
  mediator: ({ id }: Whom) => `mediation:${id}` as const,
};

export async function tellBuyer(tx: Tx, kit: DisputeKit, row: Whom, what: string, message: Message): Promise<void> {
  const key = keyOf(tx, row, what);
  await lines.tellBuyer(tx, kit, row.order_id, { key, ...message, about: ABOUT.buyer(row) });
}

export async function tellSupplier(tx: Tx, kit: DisputeKit, row: Whom, what: string, message: Message): Promise<void> {
  const people = (await tx.sql(peopleOfSupplier, [row.supplier_id])).map((one) => one.person_id);
  if (people.length === 0) return;
  const key = keyOf(tx, row, what);
  await kit.notices.tellAll(tx, people, { key, ...message, about: ABOUT.supplier(row) });
  await textPeople(tx, kit, { personIds: people, key, text: `${message.title.zh}：${message.body.zh}` });
}

export async function tellBoth(tx: Tx, kit: DisputeKit, row: Whom, what: string, message: Message): Promise<void> {
  await tellBuyer(tx, kit, row, what, message);
  await tellSupplier(tx, kit, row, what, message);
}

/** Only those mediators hear of it who could take it. */
export async function tellMediators(
  tx: Tx,
  kit: DisputeKit,
  row: CaseRow,
  { what, message, fresh = false }: { what: string; message: Message; fresh?: boolean },
): Promise<void> {
  const had = new Set(fresh ? row.parts.map((part) => part.personId) : [row.referred_by]);
  const free = (await tx.sql(mediators)).filter(
    ({ person_id: personId, own }) => !had.has(personId) && !tiedTo(factsOf(row), { personId, organisationIds: own }),
  );
  if (free.length > 0)
    await kit.notices.tellAll(
      tx,
      free.map((one) => one.person_id),
      { key: keyOf(tx, row, what), ...message, about: ABOUT.mediator(row) },
    );
}
