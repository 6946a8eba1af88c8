import sharp from 'sharp';
import type { BuyingOrganisation, OrganisationWanted } from './buying';
import type { House } from './house';
import type { Offer } from './market';
import type { Shop } from './orders';

export interface OrderPart {
  id: string;
  state: string;
  supplier: { id: string };
  lines: { id: string }[];
}

/** What tests look at of a purchase order. */
export interface PurchaseSeen {
  id: string;
  number: string;
  payCode: string;
  order: { id: string; supplierOrders: OrderPart[] };
}

type Asks = Pick<Awaited<ReturnType<House['signedIn']>>, 'ask'>;
type Duties = Parameters<Shop['buying']['duties']>[2];
type Member = Awaited<ReturnType<typeof memberOf>>;

const yuan = (fen: bigint | number) => ({ amount: String(fen), currency: 'CNY' });
const key = () => ({ 'idempotency-key': crypto.randomUUID() });
const viewOf = ({ body }: { body: object }) => body as PurchaseSeen;

export type BuyingDesk = Awaited<ReturnType<typeof buyingDesk>>;

/** Whose organisations buy, each with its people; finance of the platform enters what the bank shows. Closing it closes the shop. */
export async function buyingDesk(shop: Shop) {
  // Loaded when asked for, as everything behind this lib's door that stands on contexts.
  const { openHouse } = await import('./house');
  const parts = [
    (await import('@xihuo/admission')).admissionParts,
    (await import('@xihuo/catalogue')).catalogueParts,
    (await import('@xihuo/payment')).paymentParts,
    (await import('@xihuo/ordering')).orderingParts,
  ];
  const house = await openHouse({ field: shop, parts });
  const member = (organisationId: string, wanted: Duties) => memberOf({ shop, house }, organisationId, wanted);
  let transfers = 0;
  /** A transfer as the bank shows it, with what whoever paid wrote on it. */
  const enterTransfer = (finance: Asks, fen: bigint, remark: string, more: object = {}) =>
    finance.ask(
      'POST',
      '/bank-transfers',
      {
        ...{ bankReference: `BANK-${++transfers}`, receivedOn: '2026-01-01', amount: yuan(fen) },
        ...{ payerName: '示例超市有限公司', remark, ...more },
      },
      key(),
    );
  return {
    ...{ shop, house, yuan, key, viewOf, member, ordered, accept, photo },
    shipped: (wanted?: OrganisationWanted) => shipped({ shop, member }, wanted),
    ofTwoSuppliers: () => ofTwoSuppliers({ shop, member }),
    enterTransfer,
    /** Entered by one person of finance and confirmed by another: answers the second, or the first where there is nothing to confirm. */
    async transfer(fen: bigint, remark: string, more: object = {}) {
      const entered = await enterTransfer(await house.signedIn({ role: 'finance' }), fen, remark, more);
      if (entered.body['state'] !== 'named') return entered;
      const other = await house.signedIn({ role: 'finance' });
      return other.ask('POST', `/bank-transfers/${String(entered.body['id'])}/confirm`, undefined, {
        ...key(),
        'if-match': `"${String(entered.body['version'])}"`,
      });
    },
    close: () => house.close(),
  };
}

/** Somebody who acts for the organisation, in the browser they came in by. */
async function memberOf({ shop, house }: { shop: Shop; house: House }, organisationId: string, wanted: Duties) {
  const person = await house.person({ role: 'businessBuyer', organisationId });
  await shop.buying.duties(organisationId, person.id, wanted);
  const browser = house.browser('shop');
  await browser.signIn(person.login, person.password);
  return Object.assign(browser, { personId: person.id });
}

interface Place {
  shop: Shop;
  member: (organisationId: string, wanted: Duties) => Promise<Member>;
}

/** Packs of one offer at a price, to the organisation's site. */
function ordered(buyer: Member, at: BuyingOrganisation, wanted: { offer: Offer; packs: number; fen: bigint }) {
  const { offer, packs, fen } = wanted;
  const lines = [{ skuId: offer.skuId, quantity: packs, unitPrice: yuan(fen) }];
  const body = { siteId: at.siteId, lines, total: yuan(fen * BigInt(packs)) };
  return buyer.ask('POST', `/organisations/${at.id}/purchase-orders`, body, key());
}

/** An organisation whose buyer may issue at once, and the order of ten packs at nine yuan as it was issued and sent. */
async function shipped({ shop, member }: Place, wanted: OrganisationWanted = {}) {
  const at = await shop.buying.organisation(wanted);
  const buyer = await member(at.id, { duties: ['order', 'receive', 'pay'], limitFen: 1_000_000n });
  const offer = await shop.offer({ priceFen: 1_000n, stock: 500 });
  await shop.buying.tier(offer.skuId, 10, 900n);
  const lot = await shop.lot(offer, 500_000n);
  const again = async () => {
    const made = viewOf(await ordered(buyer, at, { offer, packs: 10, fen: 900n }));
    await shop.ship({ ...made.order } as never, new Map([[offer.productId, lot]]));
    return made;
  };
  return { at, buyer, offer, made: await again(), again };
}

/** Of two suppliers, five packs of each at ten yuan, issued. */
async function ofTwoSuppliers({ shop, member }: Place) {
  const at = await shop.buying.organisation();
  const buyer = await member(at.id, { duties: ['order', 'receive', 'pay'], limitFen: 1_000_000n });
  const offers = [await shop.offer({ priceFen: 1_000n, stock: 10 }), await shop.offer({ priceFen: 1_000n, stock: 10 })];
  const wanted = offers.map(({ skuId }) => ({ skuId, quantity: 5, unitPrice: yuan(1_000) }));
  const body = { siteId: at.siteId, lines: wanted, total: yuan(10_000) };
  const made = viewOf(await buyer.ask('POST', `/organisations/${at.id}/purchase-orders`, body, key()));
  const parts = offers.map(({ supplierId }) =>
    made.order.supplierOrders.find((part) => part.supplier.id === supplierId)!,
  );
  return {
    ...{ at, buyer, made, parts },
    async send(index: 0 | 1) {
      const [offer, part] = [offers[index]!, parts[index]!];
      const lotId = await shop.lot(offer, 500_000n);
      await shop.shipPart(part as never, [{ lineId: part.lines[0]!.id, lotId, packs: 5 }]);
    },
    cancel: (part: OrderPart) =>
      buyer.ask(
        'POST',
        `/orders/${made.order.id}/after-sales`,
        {
          ...{ supplierOrderId: part.id, kind: 'cancel', reason: 'changedMind', words: '', photoIds: [] },
          lines: [{ lineId: part.lines[0]!.id, packs: 5 }],
        },
        key(),
      ),
  };
}

/** Accepts the first supplier's part, or the one named in `more`. */
const accept = (buyer: Member, { id, order }: PurchaseSeen, more: object = {}) =>
  buyer.ask(
    'POST',
    `/purchase-orders/${id}/acceptances`,
    { supplierOrderId: order.supplierOrders[0]!.id, ...more },
    key(),
  );

/** A photo taken at the door. */
async function photo(buyer: Member, id: string): Promise<string> {
  const picture = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const { body } = await buyer.ask('POST', `/purchase-orders/${id}/photos`, picture, { 'content-type': 'image/png' });
  return body['photoId'] as string;
}
