import { Button, Card, useApi } from '@xihuo/ui';
import { useState } from 'react';
import { HistoryButton } from '../../frame/history';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import type { ProductKey } from '../group-fields';
import { CountPlace } from './count-place';
import { MoveStock } from './move-stock';
import { STOCK, type Shelf, type Venue } from './stock-typed';

/** One pack: what lies in each place, and goods between them where there is a venue that takes them. */
function PackStock({ shelf, supplierId, venues }: { shelf: Shelf; supplierId: string; venues: readonly Venue[] }) {
  const t = useT();
  const [moving, setMoving] = useState(false);
  const elsewhere = shelf.places.length > 1;
  return (
    <li className="flex flex-col gap-4 border-t border-line pt-4 first:border-t-0 first:pt-0">
      {elsewhere && (
        <p className="numeric text-sm text-ink-soft">
          {t('stock.together', { pack: shelf.pack, count: shelf.onHand, reserved: shelf.reserved })}
        </p>
      )}
      {shelf.places.map((place) => (
        <CountPlace key={place.venue?.slug ?? ''} shelf={shelf} place={place} supplierId={supplierId} />
      ))}
      <div className="flex flex-wrap gap-3">
        {(elsewhere || venues.length > 0) && shelf.onHand > 0 && (
          <Button
            data-act="POST /suppliers/{supplierId}/stock/{skuId}/moves"
            look="quiet"
            size="small"
            onClick={() => setMoving(true)}
          >
            {t('stock.moveOf', { pack: shelf.pack })}
          </Button>
        )}
        <HistoryButton of={{ kind: 'sku', id: shelf.skuId }} name={shelf.pack} />
      </div>
      {moving && <MoveStock shelf={shelf} supplierId={supplierId} venues={venues} onClose={() => setMoving(false)} />}
    </li>
  );
}

/** What lies where of each pack; a count holds at once. */
export function StockCard({ product: { supplierId, productId } }: { product: ProductKey }) {
  const t = useT();
  const query = useApi(STOCK, { params: { supplierId }, query: { product: productId } });
  const places = useApi('GET /suppliers/{supplierId}/stock/places', {
    params: { supplierId },
    query: { product: productId },
  });
  return (
    <Card title={t('stock.title')}>
      <Whole query={query}>
        {({ data }) => (
          <ul className="flex flex-col gap-5">
            {data.map((shelf) => (
              <PackStock key={shelf.skuId} shelf={shelf} supplierId={supplierId} venues={places.data?.data ?? []} />
            ))}
          </ul>
        )}
      </Whole>
    </Card>
  );
}
