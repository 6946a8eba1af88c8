import { products } from '@xihuo/admission';
import { fail, type ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Database, Grant } from '@xihuo/platform';
import { blocking, checkTexts } from '../rules/listing/check-text';
import { expiredCertificates } from '../store/listing/certificate.sql';
import { listingOf, rulesInForce } from '../store/listing/listing.sql';
import { ownProduct, sellerOf, type OwnProductRow } from '../store/supplier-product.sql';
import { publicTexts } from './listing/first-words';
import type { OwnProduct } from './send-dossiers';
import { chinese } from '../words/chinese';

type Way = ResponseOf<'GET /suppliers/{supplierId}/products/{productId}/to-sell'>;
type Step = Way['steps'][number];

/** What is missing before a product may be sold: admission's steps, and catalogue's own between them. */
export async function whatIsMissing(database: Database, grants: readonly Grant[], own: OwnProduct): Promise<Way> {
  const [seller] = await database.read(sellerOf, [own.supplierId, own.productId]);
  const sees = grants.some(({ role, organisationId, jurisdiction }) =>
    role === 'supplier'
      ? organisationId === own.supplierId
      : ['reviewer', 'operator', 'auditor'].includes(role) && seller?.county_code.startsWith(jurisdiction ?? ''),
  );
  if (!seller || !sees) throw fail('NOT_FOUND');
  const [row] = await database.read(ownProduct, [own.supplierId, own.productId]);
  must(row, 'a seller has its product');
  const way = await products.wayOfProduct(database, own);
  const listing = await listingSteps(database, own);
  const steps = [
    ...way.steps.filter(({ for: purpose }) => purpose === 'sale'),
    ...lawAndPack(row),
    ...listing.steps,
    ...way.steps.filter(({ for: purpose }) => purpose === 'mark'),
  ];
  const maySell = way.maySell && row.sale_banned_reason === null && row.packs.length > 0 && !listing.unproven;
  return { maySell, mayCarryMark: maySell && way.recognised, steps };
}

function lawAndPack({ sale_banned_reason: banned, packs }: OwnProductRow): Step[] {
  return [
    step('saleAllowed', banned === null, {
      sentence:
        banned === null
          ? { zh: '法律允许作为普通商品销售', en: 'May be sold as ordinary goods by law' }
          : { zh: `依法不得销售：${banned}`, en: `May not be sold by law: ${banned}` },
      ...{ turn: 'nobody', place: null },
    }),
    step('packOffered', packs.length > 0, {
      sentence: { zh: '已设置规格和价格', en: 'Packs and prices are set' },
      ...{ turn: 'supplier', place: 'listing' },
    }),
  ];
}

/** What the listing itself wants: lawful words, papers that are valid today, something on the shelf. */
async function listingSteps(
  database: Database,
  { supplierId, productId }: OwnProduct,
): Promise<{ steps: Step[]; unproven: boolean }> {
  const [[listing], [rules], expired] = await Promise.all([
    database.read(listingOf, [supplierId, productId]),
    database.read(rulesInForce),
    database.read(expiredCertificates, [supplierId, productId]),
  ]);
  must(listing && rules, 'a product that is sold has a listing, and words have rules');
  const found = blocking(checkTexts(rules, publicTexts(listing), listing.certificates, chinese)).map(
    ({ word }) => word,
  );
  const words = [...found, ...listing.unproven_indications].map((word) => `「${word}」`);
  const numbers = expired.map(({ number }) => number).join('、');
  const hasStock = listing.packs.some(({ stock }) => stock !== 'out');
  const steps = [
    step('wordsLawful', words.length === 0, {
      sentence:
        words.length === 0
          ? { zh: '商品文字未见不得使用的用语', en: 'No wording that is not allowed' }
          : {
              zh: `商品文字含不得使用的用语：${words.join('')}`,
              en: `The words hold what may not stand: ${words.join(', ')}`,
            },
      ...{ turn: 'supplier', place: 'listing' },
    }),
    step('certificatesValid', expired.length === 0, {
      sentence:
        expired.length === 0
          ? { zh: '证书和检测报告在有效期内', en: 'Certificates and reports are valid' }
          : { zh: `已过期，须更新：${numbers}`, en: `Expired, to be renewed: ${numbers}` },
      ...{ turn: 'supplier', place: 'certificates' },
    }),
    step('inStock', hasStock, {
      sentence: hasStock
        ? { zh: '有库存', en: 'In stock' }
        : { zh: '没有库存，买家不能下单', en: 'Out of stock: buyers cannot order' },
      ...{ turn: 'supplier', place: 'stock' },
    }),
    numbered(listing.packs),
  ];
  return { steps, unproven: listing.unproven };
}

/** Shops of one's own need no number; a supermarket takes nothing in without (GB 12904, 商品条码管理办法). It stops no sale. */
function numbered(packs: readonly { pack: string; gtin: string | null }[]): Step {
  const without = packs.filter(({ gtin }) => gtin === null).map(({ pack }) => pack);
  const met = without.length === 0;
  return {
    ...{ step: 'packsNumbered', for: 'supermarket', met, turn: met ? null : 'supplier', place: 'listing' },
    sentence: met
      ? { zh: '每个规格都有商品条码（GTIN）', en: 'Every pack has its GTIN' }
      : {
          zh: `供货商超须有商品条码（GTIN），未填：${without.join('、')}`,
          en: `Supermarkets want a GTIN on every pack; without: ${without.join(', ')}`,
        },
  };
}

function step(
  name: Step['step'],
  met: boolean,
  { sentence, turn, place }: Pick<Step, 'sentence' | 'turn' | 'place'>,
): Step {
  return { step: name, for: 'sale', met, sentence, turn: met ? null : turn, place };
}
