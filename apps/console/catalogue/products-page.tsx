import { Badge, Button, LinkButton, Money, TextField, usePages, type Column, type Output } from '@xihuo/ui';
import { useDeferredValue, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSay } from '../admission/watching/today';
import { useOwnSuppliers } from '../benefit/parts';
import { Category } from '../admission/products/category';
import { DossierBadge, RecognitionBadge } from '../admission/products/states';
import { withParam } from '../frame/address';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { RowLink, useView, Views } from '../frame/views';
import { useT } from '../words';
import { BulkListing } from './bulk-listing';
import { NewProductDialog } from './new-product-dialog';
import { WaitingPrices } from './waiting-prices';

type Product = Output<'GET /suppliers/{supplierId}/products'>['data'][number];

const VIEWS = ['selling', 'notSelling', 'short'] as const;

function useColumns(supplierId: string): readonly Column<Product>[] {
  const t = useT();
  const say = useSay();
  return [
    {
      id: 'product',
      header: t('order.product'),
      rowHeader: true,
      cell: (row) => (
        <span className="flex items-center gap-3">
          {row.photo && (
            <img
              src={row.photo}
              alt=""
              loading="lazy"
              className="size-12 shrink-0 rounded-md border border-line object-cover"
            />
          )}
          <RowLink to={`/catalogue/products/${supplierId}/${row.productId}`}>{say(row.name)}</RowLink>
        </span>
      ),
    },
    { id: 'category', header: t('dossiers.category'), cell: (row) => <Category value={row.category} /> },
    {
      id: 'packs',
      header: t('ownProducts.packs'),
      cell: (row) =>
        row.packs.map(({ skuId, pack, price }) => (
          <span key={skuId} className="block whitespace-nowrap">
            {pack} <Money value={price} />
          </span>
        )),
    },
    {
      id: 'sells',
      header: t('listing.title'),
      cell: (row) => (
        <Badge tone={row.maySell ? 'good' : 'attention'}>{t(row.maySell ? 'listing.sells' : 'listing.sellsNot')}</Badge>
      ),
    },
    {
      id: 'dossier',
      header: t('menu.dossiers'),
      cell: (row) => (row.dossier ? <DossierBadge state={row.dossier.state} /> : t('ownProducts.noDossier')),
    },
    {
      id: 'recognition',
      header: t('menu.recognitions'),
      cell: (row) => (row.recognition ? <RecognitionBadge state={row.recognition.state} /> : t('list.notYet')),
    },
  ];
}

function Products({ supplierId, name, shownName }: { supplierId: string; name: string; shownName: boolean }) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const [search, setSearch] = useSearchParams();
  const columns = useColumns(supplierId);
  const view = useView('view', VIEWS);
  const typed = search.get('q') ?? '';
  const q = useDeferredValue(typed.trim());
  const isShort = view === 'short';
  const sells = view === undefined || isShort ? {} : { sells: String(view === 'selling') };
  const by = { ...(q === '' ? {} : { q }), ...sells };
  const query = usePages('GET /suppliers/{supplierId}/products', {
    params: { supplierId },
    query: { ...by, ...(isShort ? { short: 'true' } : {}) },
  });
  const narrowed = q !== '' || view !== undefined;
  const find = (text: string) => setSearch(withParam(search, 'q', text), { replace: true });
  return (
    <section className="mb-8">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        {shownName ? <h2 className="text-lg">{name}</h2> : <span className="max-sm:hidden" />}
        <span className="flex flex-wrap gap-2">
          <LinkButton look="secondary" to="/catalogue/grid">
            {t('grid.title')}
          </LinkButton>
          <Button data-act="POST /suppliers/{supplierId}/products" look="secondary" onClick={() => setAdding(true)}>
            {t('ownProducts.add')}
          </Button>
        </span>
      </div>
      {!isShort && <BulkListing supplierId={supplierId} narrowed={by} />}
      <WaitingPrices supplierId={supplierId} />
      <Views
        name="view"
        label={t('listing.title')}
        views={[
          { value: '', word: t('ownProducts.all') },
          { value: 'selling', word: t('listing.sells') },
          { value: 'notSelling', word: t('listing.sellsNot') },
          { value: 'short', word: t('products.short') },
        ]}
      />
      <div className="mb-3 max-w-sm">
        <TextField
          type="search"
          label={t('ownProducts.find')}
          labelHidden
          optional
          placeholder={t('ownProducts.find')}
          maxLength={60}
          value={typed}
          onChange={(event) => find(event.target.value)}
        />
      </div>
      <Listing
        id="ownProducts"
        query={query}
        caption={t('menu.products')}
        rowKey={(row) => row.productId}
        edit={(row) => `/catalogue/products/${supplierId}/${row.productId}/listing`}
        empty={{
          title: t(narrowed ? 'ownProducts.notFound' : 'ownProducts.none'),
          text: t(narrowed ? 'ownProducts.notFoundText' : 'ownProducts.noneText'),
        }}
        columns={columns}
      />
      {adding && <NewProductDialog supplierId={supplierId} onClose={() => setAdding(false)} />}
    </section>
  );
}

/** Own products, each with how far it is on its way to sale and to the mark. */
export function ProductsPage() {
  const t = useT();
  const own = useOwnSuppliers();
  return (
    <Page title={t('menu.products')} lead={t('ownProducts.lead')}>
      {own.map(({ id, name }) => (
        <Products key={id} supplierId={id} name={name} shownName={own.length > 1} />
      ))}
    </Page>
  );
}
