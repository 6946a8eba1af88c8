import { products } from '@xihuo/admission';
import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money, must } from '@xihuo/kernel';
import { newId, pageOf, placeIn, type Database, type Grant, type Tx } from '@xihuo/platform';
import { isWeightless } from '../rules/pack';
import { draftOf, ownProduct, ownProductPage } from '../store/supplier-product.sql';
import { draftView, supplierProductView, type DossierDraft, type SupplierProduct } from '../store/supplier-views';
import { mustReadLawful } from './listing/first-words';
import { mustKnowRegion } from './want-facts';
import { addProduct, loadSkus } from './load-products';
import { assemble, EMPTY_FORM, factsOf, type OwnProduct } from './send-dossiers';

/** Whose products are asked for must be somebody the caller acts for; others' do not exist. @throws ProblemError NOT_FOUND */
export function mustActFor(supplierId: string, grants: readonly Grant[]): void {
  const acts = grants.some(({ role, organisationId }) => role === 'supplier' && organisationId === supplierId);
  if (!acts) throw fail('NOT_FOUND');
}

export async function listSupplierProducts(
  database: Database,
  supplierId: string,
  { q, sells, short, cursor, limit }: InputOf<'GET /suppliers/{supplierId}/products'>['query'],
): Promise<ResponseOf<'GET /suppliers/{supplierId}/products'>> {
  const values = [supplierId, placeIn(cursor), limit + 1, q || null, sells ?? null, short ?? false];
  return pageOf(await database.read(ownProductPage, values), limit, (row) => row.product_id, supplierProductView);
}

export async function readSupplierProduct(
  database: Database,
  { supplierId, productId }: OwnProduct,
): Promise<SupplierProduct> {
  const [row] = await database.read(ownProduct, [supplierId, productId]);
  if (!row) throw fail('NOT_FOUND');
  return supplierProductView(row);
}

/** Enters a product of the supplier's own with its first pack. @throws ProblemError PACK_UNSOUND, TEXT_UNLAWFUL, REGION_UNKNOWN */
export async function addSupplierProduct(
  tx: Tx,
  supplierId: string,
  { pack, name, description, pinyin = '', ...body }: InputOf<'POST /suppliers/{supplierId}/products'>['body'],
): Promise<{ productId: string }> {
  tx.attempt({ action: 'product.add', subjectKind: 'organisation', subjectId: supplierId });
  if (isWeightless(pack.pack)) throw fail('PACK_UNSOUND');
  await mustReadLawful(tx, {
    ...{ nameZh: name.zh, nameEn: name.en },
    ...{ descriptionZh: description.zh, descriptionEn: description.en, pack: pack.pack },
  });
  await mustKnowRegion(tx, body.regionCode);
  const productId = await addProduct(tx, {
    ...body,
    reference: `N-${newId()}`,
    nameZh: name.zh,
    nameEn: name.en,
    pinyin,
    descriptionZh: description.zh,
    descriptionEn: description.en,
    geographicalIndication: null,
    regulatoryNote: null,
  });
  const skus = await loadSkus(tx, [
    {
      ...{ productId, supplierId, pack: pack.pack, minimumOrderPacks: pack.minimumOrderPacks },
      priceFen: money.fromWire(pack.price),
      wholesalePriceFen: pack.wholesalePrice === null ? null : money.fromWire(pack.wholesalePrice),
    },
  ]);
  must(skus.length === 1, 'a new product has its first pack');
  const after = { supplierId, name: name.zh, category: body.category };
  tx.audit({ action: 'product.add', subjectKind: 'product', subjectId: productId, after });
  return { productId };
}

/** The dossier as it is being written, with what machines would find in it were it sent now. */
export async function readDraft(tx: Tx, own: OwnProduct): Promise<DossierDraft> {
  const { supplierId, productId } = own;
  const [draft] = await tx.sql(draftOf, [supplierId, productId]);
  const form = draft?.form ?? EMPTY_FORM;
  const facts = await factsOf(tx, own);
  const dossier = assemble(facts, form);
  // A code is assigned with the first save: until then none is missing by the supplier's fault.
  const preview = { ...dossier, lotCodePrefix: dossier.lotCodePrefix || 'L' };
  const [judged, sent] = await Promise.all([products.previewDossier(tx, preview), products.newestDossier(tx, own)]);
  return draftView(own, { draft, form, facts, checklist: judged, sent });
}
