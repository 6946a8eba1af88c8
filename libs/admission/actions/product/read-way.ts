import type { Database } from '@xihuo/platform';
import { must } from '@xihuo/kernel';
import { stepsOf, type ProductWay, type Step } from '../../rules/product/way-to-sale';
import { wayToSale } from '../../store/product/listing.sql';

export interface WayOfProduct {
  /** Of what admission decides: supplier, listing, product. */
  readonly maySell: boolean;
  readonly recognised: boolean;
  readonly steps: Step[];
}

/** How far a product is, as far as admission decides; catalogue, above, adds what it decides itself. */
export async function wayOfProduct(
  database: Database,
  { supplierId, productId }: { supplierId: string; productId: string },
): Promise<WayOfProduct> {
  const [row] = await database.read(wayToSale, [supplierId, productId]);
  must(row, 'the question makes its own row');
  const way: ProductWay = {
    certified: row.certified,
    standing: row.standing,
    supplierMaySell: row.supplier_may_sell,
    producerOut: row.producer_out,
    applicationState: row.application_state,
    dossierState: row.dossier_state,
    everApproved: row.ever_approved,
    listingOpen: row.listing_open,
    listingMaySell: row.listing_may_sell,
    endReason: row.end_reason,
    delistedFor: row.delisted_for,
    recognitionState: row.recognition_state,
    recognised: row.recognised,
  };
  return { maySell: way.listingMaySell, recognised: way.recognised, steps: stepsOf(way) };
}
