import type { RunningHouse } from '../journeys/running-house';
import type { Caller } from './caller';
import { buyForOrganisation, type Bought } from './organisation-orders';
import { placeOrders, type Ordered } from './orders';

/** What the addresses of pages name, of things that are there. */
export interface Facts extends Ordered, Bought {
  /** Slugs. */
  readonly product: string;
  readonly venue: string;
  readonly campaign: string;
  readonly fair: string;
  readonly brand: string;
  /** The code of a lot, and the item number its packs carry. */
  readonly lot: string;
  readonly gtin: string;
  readonly measure: string;
  readonly supplier: string;
  readonly notice: string;
  readonly standard: string;
  readonly edition: string;
  readonly recognition: string;
}

export interface People {
  readonly guest: Caller;
  readonly buyer: Caller;
  readonly organisation: Caller;
  readonly clerk: Caller;
}

/** Has the house hold something behind every address: goods bought, sent, complained of, asked invoices for. */
export async function gather(house: RunningHouse, people: People): Promise<Facts> {
  const [goods] = await house.rows<Pick<Facts, 'product' | 'lot' | 'gtin'>>(GOODS);
  const ordered = await placeOrders(house, people);
  const bought = await buyForOrganisation(house, people);
  return { ...goods!, ...(await published(people.guest)), ...ordered, ...bought };
}

/** The story's goods, their lot, and the number that codes on its packs begin with; printed on none yet. */
const GOODS = `
  with story as (
    select product.id as product_id, product.slug, lot.supplier_id, lot.code
      from trace.lot join catalogue.product on product.id = lot.product_id
      join registry.organisation supplier on supplier.id = lot.supplier_id and supplier.reference = 'S092'
     where lot.shipped_grams > 0 order by lot.produced_on limit 1),
  item as (
    insert into trace.trade_item (supplier_id, product_id, gtin)
    select supplier_id, product_id, '09520000000011' from story
    on conflict (gtin) do update set gtin = excluded.gtin returning gtin)
  select slug as product, code as lot, gtin from story, item`;

async function published(guest: Caller) {
  const first = async <Name extends string>(path: string, name: Name): Promise<string> => {
    const { data } = await guest.get<{ data: Record<Name, string | number>[] }>(path);
    if (!data[0]) throw new Error(`${path} is empty in a house with demonstration data`);
    return String(data[0][name]);
  };
  return {
    venue: await first('/venues?limit=1', 'slug'),
    campaign: await first('/campaigns', 'slug'),
    fair: await first('/fairs', 'slug'),
    brand: await first('/brands', 'slug'),
    measure: await first('/register/measures', 'id'),
    supplier: await first('/register/suppliers', 'supplierId'),
    notice: await first('/public-notices', 'id'),
    standard: await first('/standards', 'standard'),
    edition: await first('/catalogue/editions', 'number'),
    recognition: await first('/recognitions', 'id'),
  };
}
