import type { PlacedOrder } from '@xihuo/testing';
import sharp from 'sharp';
import { row, type Row } from './table';
import type { World } from './world';

const fen = (amount: string) => ({ amount, currency: 'CNY' });

async function received({ shop, offer }: World, order: PlacedOrder): Promise<PlacedOrder> {
  await shop.pay(order);
  await shop.ship(order, new Map([[offer.productId, await shop.lot(offer, 1_000n)]]));
  return order;
}

async function ofGuest(world: World): Promise<PlacedOrder> {
  const order = await received(world, await world.shop.placedOrder({ offer: world.offer }));
  world.guestToken = order.token;
  return order;
}

async function ofAccount(world: World): Promise<PlacedOrder> {
  const body = world.shop.bodyOf({ offer: world.offer });
  return received(world, (await world.granted('account', 'POST /orders', { body })) as unknown as PlacedOrder);
}

function claimOf(order: PlacedOrder) {
  const part = order.supplierOrders[0]!;
  return {
    ...{ supplierOrderId: part.id, kind: 'damaged', words: '压坏了' },
    lines: [{ lineId: part.lines[0]!.id, amount: fen('1') }],
  };
}

interface Opened {
  order: PlacedOrder;
  id: string;
}

export async function opened(world: World, by: 'guest' | 'account' = 'guest'): Promise<Opened> {
  const order = await (by === 'guest' ? ofGuest : ofAccount)(world);
  const { id } = await world.granted(by, 'POST /orders/{id}/disputes', { ids: { id: order.id }, body: claimOf(order) });
  return { order, id: id as string };
}

/** The case at a step of the platform, as if it had come there by itself. */
async function stands(world: World, state: string, more = ''): Promise<Opened> {
  const one = await opened(world);
  await world.house.rows(`update dispute.dispute_case set state = $2, waiting_for = null ${more} where id = $1`, [
    one.id,
    state,
  ]);
  return one;
}

const MINE = `, mediator_id = (select person_id from identity.session where token_hash = sha256(convert_to('TOKEN', 'UTF8')))`;
const mine = ({ callers }: World) => MINE.replace('TOKEN', callers.mediator.browser.token!);
const DECIDED = `, buyer_accepts = false, decided_by = gen_random_uuid(), decided_at = now(), decision_fen = 1, decision_reason = 'test'`;
const REFERRED = `, referred_by = gen_random_uuid(), referred_at = now(), authority = '12315', authority_reference = 'TS1', referral_reason = 'test'`;

const versionOf = async ({ house }: World, id: string) =>
  house.count('select row_version from dispute.dispute_case where id = $1', [id]);

/** On the buyer's side, under the order; on the others' by its own id. */
const buyerIds = ({ order, id }: Opened) => ({ id: order.id, disputeId: id });
const ids = ({ id }: Opened) => ({ id });

type Make = (world: World) => Promise<Opened>;
const about =
  (make: Make, idsOf: (one: Opened) => Record<string, string>, body?: (one: Opened) => object): Row['make'] =>
  async (world) => {
    const one = await make(world);
    return { ids: idsOf(one), version: await versionOf(world, one.id), ...(body ? { body: body(one) } : {}) };
  };

const paper =
  (make: Make, idsOf: (one: Opened) => Record<string, string>): Row['make'] =>
  async (world) => {
    const one = await make(world);
    const file = await upload(world, one);
    return { ids: { ...idsOf(one), fileId: file } };
  };

/** The smallest picture there is. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const AS_PNG = { 'content-type': 'image/png' };

async function upload(world: World, one: Opened): Promise<string> {
  const kept = await world.granted('guest', 'POST /orders/{id}/disputes/{disputeId}/papers', {
    ...{ ids: buyerIds(one), body: PIXEL, headers: AS_PNG },
  });
  return kept['fileId'] as string;
}

const uploading =
  (make: Make, idsOf: (one: Opened) => Record<string, string>): Row['make'] =>
  async (world) => ({ ids: idsOf(await make(world)), body: PIXEL, headers: AS_PNG });

const guestCase: Make = (world) => opened(world);
const accountCase: Make = (world) => opened(world, 'account');
const said = () => ({ words: '请看' });
const appeal = () => ({ statement: '决定与事实不符，请其他人员复核' });
const decision = () => ({ refund: fen('1'), reason: '按双方证据决定退还一分钱' });
const decided: Make = (world) => stands(world, 'decided', DECIDED);
const reading = ['mediator', 'operator', 'auditor'] as const;

const openable =
  (make: (world: World) => Promise<PlacedOrder>): Row['make'] =>
  async (world) => {
    const order = await make(world);
    return { ids: { id: order.id }, body: claimOf(order) };
  };

/** Received, and its guest may say what they think. */
async function taken(world: World): Promise<PlacedOrder> {
  const order = await ofGuest(world);
  await world.shop.receive(order);
  return order;
}

const reviewed =
  (body: object, hidden = false): Row['make'] =>
  async (world) => {
    const order = await taken(world);
    const { id } = await world.granted('guest', 'POST /orders/{id}/reviews', {
      ...{ ids: { id: order.id }, body: { lineId: order.supplierOrders[0]!.lines[0]!.id, score: 1, words: '不好' } },
    });
    if (hidden)
      await world.house.rows(
        `update dispute.review set hidden_ground = 'unlawful', hidden_reason = 'test', hidden_by = gen_random_uuid(), hidden_at = now()
          where id = $1`,
        [id],
      );
    return { ids: { id: id as string }, body };
  };

const asked =
  (body: object, hidden = false): Row['make'] =>
  async (world) => {
    const slug = await world.house.rows<{ slug: string }>('select slug from catalogue.product where id = $1', [
      world.offer.productId,
    ]);
    const { id } = await world.granted('account', 'POST /products/{slug}/questions', {
      ...{ ids: { slug: slug[0]!.slug }, body: { words: '几天能到？' } },
    });
    if (hidden)
      await world.house.rows(
        `update dispute.question set hidden_ground = 'unlawful', hidden_reason = 'test', hidden_by = gen_random_uuid(), hidden_at = now()
          where id = $1`,
        [id],
      );
    return { ids: { id: id as string }, body };
  };

export const disputeRows: readonly Row[] = [
  row('GET /orders/{id}/disputes', "a guest's order", ['guest'], async (world) => ({
    ids: { id: (await ofGuest(world)).id },
  })),
  row('POST /orders/{id}/disputes', "a guest's order", ['guest'], openable(ofGuest)),
  row('POST /orders/{id}/disputes', "an account's order", ['account'], openable(ofAccount)),
  row('GET /orders/{id}/disputes/{disputeId}', "a guest's dispute", ['guest'], about(guestCase, buyerIds)),
  row('GET /orders/{id}/disputes/{disputeId}', "an account's dispute", ['account'], about(accountCase, buyerIds)),
  row(
    'POST /orders/{id}/disputes/{disputeId}/messages',
    "a guest's dispute",
    ['guest'],
    about(guestCase, buyerIds, said),
  ),
  row('POST /orders/{id}/disputes/{disputeId}/papers', "a guest's dispute", ['guest'], uploading(guestCase, buyerIds)),
  row('GET /orders/{id}/disputes/{disputeId}/papers/{fileId}', 'its file', ['guest'], paper(guestCase, buyerIds)),
  row(
    'POST /orders/{id}/disputes/{disputeId}/steps',
    "an account's dispute",
    ['account'],
    about(accountCase, buyerIds, () => ({ step: 'escalate' })),
  ),
  row(
    'POST /orders/{id}/disputes/{disputeId}/appeal',
    'a decided dispute',
    ['guest'],
    about(decided, buyerIds, appeal),
  ),
  row('GET /supplier/disputes/{id}', 'a dispute', ['supplier'], about(guestCase, ids)),
  row('POST /supplier/disputes/{id}/messages', 'a dispute', ['supplier'], about(guestCase, ids, said)),
  row('POST /supplier/disputes/{id}/papers', 'a dispute', ['supplier'], uploading(guestCase, ids)),
  row('GET /supplier/disputes/{id}/papers/{fileId}', 'its file', ['supplier'], paper(guestCase, ids)),
  row(
    'POST /supplier/disputes/{id}/steps',
    'a dispute',
    ['supplier'],
    about(
      (world) => stands(world, 'evidence'),
      ids,
      () => ({ step: 'finishEvidence' }),
    ),
  ),
  row('POST /supplier/disputes/{id}/appeal', 'a decided dispute', ['supplier'], about(decided, ids, appeal)),
  row('GET /mediation/disputes/{id}', 'a case', reading, about(guestCase, ids)),
  row('GET /mediation/disputes/{id}/case-file', 'a case', reading, about(guestCase, ids)),
  row('GET /mediation/disputes/{id}/papers/{fileId}', 'its file', reading, paper(guestCase, ids)),
  row(
    'POST /mediation/disputes/{id}/claim',
    'a case',
    ['mediator'],
    about(
      (world) => stands(world, 'evidence'),
      ids,
      () => ({}),
    ),
  ),
  row(
    'POST /mediation/disputes/{id}/messages',
    'the own case',
    ['mediator'],
    about((world) => stands(world, 'evidence', mine(world)), ids, said),
  ),
  row(
    'POST /mediation/disputes/{id}/decision',
    'the own case',
    ['mediator'],
    about((world) => stands(world, 'mediating', mine(world)), ids, decision),
  ),
  row(
    'POST /mediation/disputes/{id}/appeal-decision',
    'an appeal',
    ['mediator'],
    about((world) => stands(world, 'appealed', DECIDED), ids, decision),
  ),
  row(
    'POST /mediation/disputes/{id}/referral',
    'the own case',
    ['mediator'],
    about(
      (world) => stands(world, 'mediating', mine(world)),
      ids,
      () => ({
        ...{ authority: '全国12315平台', reference: 'TS2026-001', reason: '涉嫌食品安全问题，移交处理' },
      }),
    ),
  ),
  row(
    'POST /mediation/disputes/{id}/conclusion',
    'a referred case',
    ['mediator'],
    about((world) => stands(world, 'referred', REFERRED), ids, decision),
  ),
  row('GET /orders/{id}/reviews', "a guest's order", ['guest'], async (world) => ({
    ids: { id: (await taken(world)).id },
  })),
  row('POST /orders/{id}/reviews', "a guest's order", ['guest'], async (world) => {
    const order = await taken(world);
    return { ids: { id: order.id }, body: { lineId: order.supplierOrders[0]!.lines[0]!.id, score: 2, words: '一般' } };
  }),
  row('POST /orders/{id}/review-photos', "a guest's order", ['guest'], async (world) => ({
    ids: { id: (await taken(world)).id },
    body: await sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } })
      .png()
      .toBuffer(),
    headers: { 'content-type': 'image/png' },
  })),
  row('POST /supplier/reviews/{id}/reply', 'a review', ['supplier'], reviewed({ words: '谢谢' })),
  row(
    'POST /moderation/reviews/{id}/hiding',
    'a review',
    ['operator', 'operatorElsewhere'],
    reviewed({ ground: 'personalData', reason: '含他人手机号' }),
  ),
  row(
    'POST /moderation/reviews/{id}/showing',
    'a hidden review',
    ['operator', 'operatorElsewhere'],
    reviewed({}, true),
  ),
  row('POST /supplier/questions/{id}/answer', 'a question', ['supplier'], asked({ words: '三天' })),
  row(
    'POST /moderation/questions/{id}/hiding',
    'a question',
    ['operator', 'operatorElsewhere'],
    asked({ ground: 'personalData', reason: '含他人手机号' }),
  ),
  row(
    'POST /moderation/questions/{id}/showing',
    'a hidden question',
    ['operator', 'operatorElsewhere'],
    asked({}, true),
  ),
  row(
    'POST /products/{slug}/questions',
    'a product',
    ['account', 'otherAccount', 'businessBuyer', 'otherBuyer'],
    async (world) => {
      const [product] = await world.house.rows<{ slug: string }>('select slug from catalogue.product where id = $1', [
        world.offer.productId,
      ]);
      return { ids: { slug: product!.slug }, body: { words: '有小包装吗？' } };
    },
  ),
];
