import { products } from '@xihuo/admission';
import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money, must } from '@xihuo/kernel';
import { newId, type Database, type Grant, type Tx } from '@xihuo/platform';
import { draftOf, ownProducts, sellerOf } from '../store/supplier-product.sql';
import { draftView, supplierProductView, type DossierDraft, type SupplierProduct } from '../store/supplier-views';
import { addProduct, loadSkus } from './load-products';
import { dossierOf, EMPTY_FORM, type OwnProduct } from './send-dossiers';

/** Whose products are asked for must be somebody the caller acts for; others' do not exist. @throws ProblemError NOT_FOUND */
export function mustActFor(supplierId: string, grants: readonly Grant[]): void {
  const acts = grants.some(({ role, organisationId }) => role === 'supplier' && organisationId === supplierId);
  if (!acts) throw fail('NOT_FOUND');
}

export async function listSupplierProducts(
  database: Database,
  supplierId: string,
): Promise<{ data: SupplierProduct[] }> {
  return { data: (await database.read(ownProducts, [supplierId, null])).map(supplierProductView) };
}

export async function readSupplierProduct(
  database: Database,
  { supplierId, productId }: OwnProduct,
): Promise<SupplierProduct> {
  const [row] = await database.read(ownProducts, [supplierId, productId]);
  if (!row) throw fail('NOT_FOUND');
  return supplierProductView(row);
}

/** Enters a product of the supplier's own with its first pack. */
export async function addSupplierProduct(
  tx: Tx,
  supplierId: string,
  { pack, name, description, pinyin = '', ...body }: InputOf<'POST /suppliers/{supplierId}/products'>['body'],
): Promise<{ productId: string }> {
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
  const dossier = await dossierOf(tx, own, form);
  // A code is assigned with the first save: until then none is missing by the supplier's fault.
  const preview = { ...dossier, lotCodePrefix: dossier.lotCodePrefix || 'L' };
  const [judged, sent] = await Promise.all([products.previewDossier(tx, preview), products.newestDossier(tx, own)]);
  return draftView(own, { draft, form, checklist: judged, sent });
}

/** What is missing before a product may be sold: admission's steps, and catalogue's own between them. */
export async function whatIsMissing(
  database: Database,
  grants: readonly Grant[],
  own: OwnProduct,
): Promise<ResponseOf<'GET /suppliers/{supplierId}/products/{productId}/to-sell'>> {
  const [seller] = await database.read(sellerOf, [own.supplierId, own.productId]);
  const sees = grants.some(({ role, organisationId, jurisdiction }) =>
    role === 'supplier'
      ? organisationId === own.supplierId
      : ['reviewer', 'operator', 'auditor'].includes(role) && seller?.county_code.startsWith(jurisdiction ?? ''),
  );
  if (!seller || !sees) throw fail('NOT_FOUND');
  const [row] = await database.read(ownProducts, [own.supplierId, own.productId]);
  must(row, 'a seller has its product');
  const way = await products.wayOfProduct(database, own);
  const banned = row.sale_banned_reason;
  const steps = [
    ...way.steps.filter(({ for: purpose }) => purpose === 'sale'),
    {
      step: 'saleAllowed' as const,
      for: 'sale' as const,
      met: banned === null,
      sentence:
        banned === null
          ? { zh: '法律允许作为普通商品销售', en: 'May be sold as ordinary goods by law' }
          : { zh: `依法不得销售：${banned}`, en: `May not be sold by law: ${banned}` },
      turn: banned === null ? null : ('nobody' as const),
    },
    {
      step: 'packOffered' as const,
      for: 'sale' as const,
      met: row.packs.length > 0,
      sentence: { zh: '已设置规格和价格', en: 'A pack is offered at a price' },
      turn: null,
    },
    ...way.steps.filter(({ for: purpose }) => purpose === 'mark'),
  ];
  const maySell = way.maySell && banned === null && row.packs.length > 0;
  return { maySell, mayCarryMark: maySell && way.recognised, steps };
}
