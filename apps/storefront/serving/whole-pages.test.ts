import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { LOST, wholePage } from './whole-pages';

const storefront = join(__dirname, '..');
const ID = '0198c1de-0000-7000-8000-000000000001';

test.each([
  ['/', 'catalogue/home-page.tsx', undefined],
  ['/products', 'catalogue/products-page.tsx', undefined],
  ['/p/ping-guo', 'catalogue/product-page.tsx', 'GET /products/{slug}'],
  ['/venues', 'channel/venues-page.tsx', undefined],
  ['/venues/hall', 'channel/venue-page.tsx', 'GET /venues/{slug}'],
  ['/campaigns', 'channel/campaigns-page.tsx', undefined],
  ['/campaigns/autumn', 'channel/campaign-page.tsx', 'GET /campaigns/{slug}'],
  ['/fairs', 'channel/fairs-page.tsx', undefined],
  ['/brands', 'channel/brands-page.tsx', undefined],
  ['/brands/one', 'channel/brand-page.tsx', 'GET /brands/{slug}'],
  ['/register', 'admission/register-page.tsx', undefined],
  ['/register/measures', 'admission/measures-page.tsx', undefined],
  [`/register/measures/${ID}`, 'admission/measure-page.tsx', 'GET /register/measures/{id}'],
  ['/register/exits', 'admission/exits-page.tsx', undefined],
  [`/suppliers/${ID}`, 'admission/supplier-page.tsx', 'GET /suppliers/{id}'],
  ['/public', 'admission/public-record-page.tsx', undefined],
  ['/notices', 'admission/notices-page.tsx', undefined],
  [`/notices/${ID}`, 'admission/notice-page.tsx', 'GET /public-notices/{id}'],
  ['/standards', 'admission/standards-page.tsx', undefined],
  ['/standards/2026-1', 'admission/standard-page.tsx', 'GET /standards/{standard}'],
  ['/settings', 'admission/settings-page.tsx', undefined],
  ['/catalogue-editions', 'admission/editions-page.tsx', undefined],
  ['/catalogue-editions/2', 'admission/edition-page.tsx', 'GET /catalogue/editions/{number}'],
  ['/recognitions', 'admission/recognitions-page.tsx', undefined],
  [`/recognitions/${ID}`, 'admission/recognition-page.tsx', 'GET /recognitions/{id}'],
  ['/privacy', 'legal/legal-page.tsx', undefined],
  ['/terms', 'legal/legal-page.tsx', undefined],
])('%s is drawn whole, with its script and its words', (address, module, about) => {
  const page = wholePage(address, { handle: ['record', 'afterSale'] })!;
  expect([page.document, page.modules[0], page.about]).toEqual(['index.html', module, about]);
  expect(page.modules.slice(1)).toEqual(['i18n/{locale}/record.ts', 'i18n/{locale}/after-sale.ts']);
  const files = page.modules.map((name) => name.replace('{locale}', 'zh-CN'));
  expect(files.filter((name) => !existsSync(join(storefront, name)))).toEqual([]);
});

test('a lot and the farm households have documents of their own, and what is somebody’s is not drawn', () => {
  expect(wholePage('/lots/S001-P0006-261130', {})).toMatchObject({ document: 'lot.html', about: 'GET /lots/{code}' });
  expect(wholePage('/farmer', { path: '*' })).toMatchObject({ document: 'farmer.html' });
  for (const address of ['/cart', '/checkout', '/orders', `/orders/${ID}`, '/account', `/pay/${ID}`, '/lots'])
    expect([address, wholePage(address, {})]).toEqual([address, undefined]);
  expect(wholePage('/no/such/page', { path: '*' })).toBe(LOST);
});
