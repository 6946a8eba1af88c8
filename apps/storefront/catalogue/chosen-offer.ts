interface Choosable {
  skuId: string;
  supplier: { id: string };
  forSale: boolean;
  stock: string;
}

export function buyable({ forSale, stock }: Pick<Choosable, 'forSale' | 'stock'>): boolean {
  return forSale && stock !== 'out';
}

/** The offer that a supplier's card speaks of: the cheapest of theirs that can be bought. Nobody else's is put in its place unseen. */
export function offerOf<Offer extends Choosable>(offers: readonly Offer[], supplier: string | null): Offer | undefined {
  return offers.find((offer) => offer.supplier.id === supplier && buyable(offer));
}

/**
 * Which offer of a product is chosen: the one that was picked on the page; else the first that can be bought of the supplier whose
 * offer was shown where one comes from, since price, mark and campaign there are theirs; else the first that can be bought of anybody.
 *
 * @param offers cheapest first
 */
export function chosenOffer<Offer extends Choosable>(
  offers: readonly Offer[],
  { picked, supplier = null }: { picked?: string | undefined; supplier?: string | null },
): Offer | undefined {
  return offers.find(({ skuId }) => skuId === picked) ?? offerOf(offers, supplier) ?? offers.find(buyable) ?? offers[0];
}
