import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, routeKey, TextField, toast, useApi, useProblemText, useSend, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import type { ProductKey } from '../group-fields';
import { LISTING } from './typed';

const STOCK = 'GET /suppliers/{supplierId}/stock';
type Shelf = Output<typeof STOCK>['data'][number];

/** One pack after a count: what is on the shelf, with what orders hold of it. */
function CountField({ shelf, supplierId }: { shelf: Shelf; supplierId: string }) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [typed, setTyped] = useState<string | null>(null);
  const send = useSend('PUT /suppliers/{supplierId}/stock/{skuId}', {
    onSuccess: () => {
      toast(t('stock.counted'));
      setTyped(null);
      void queries.invalidateQueries({ queryKey: routeKey(STOCK) });
      void queries.invalidateQueries({ queryKey: routeKey(LISTING) });
      void queries.invalidateQueries({
        queryKey: routeKey('GET /suppliers/{supplierId}/products/{productId}/to-sell'),
      });
    },
  });
  const text = typed ?? (shelf.counted ? String(shelf.onHand) : '');
  const onHand = text === '' ? null : Number(text);
  const belowReserved = onHand !== null && onHand < shelf.reserved;
  const unchanged = onHand === null || (shelf.counted && onHand === shelf.onHand);
  return (
    <li className="flex flex-col gap-2">
      <TextField
        label={t('stock.of', { pack: shelf.pack })}
        hint={shelf.counted ? t('stock.reserved', { count: shelf.reserved }) : t('stock.never')}
        error={belowReserved ? t('stock.below', { count: shelf.reserved }) : send.error && problemText(send.error)}
        inputMode="numeric"
        className="numeric"
        value={text}
        onChange={(event) => setTyped(event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 7))}
      />
      <div>
        <Button
          look="secondary"
          size="small"
          pending={send.isPending}
          unavailable={unchanged || belowReserved}
          onClick={() =>
            onHand !== null && send.mutate({ params: { supplierId, skuId: shelf.skuId }, body: { onHand } })
          }
        >
          {t('stock.save')}
        </Button>
      </div>
    </li>
  );
}

/** What is on the shelf of each pack; a count holds at once. */
export function StockCard({ product: { supplierId, productId } }: { product: ProductKey }) {
  const t = useT();
  const query = useApi(STOCK, { params: { supplierId }, query: { product: productId } });
  return (
    <Card title={t('stock.title')}>
      <Whole query={query}>
        {({ data }) => (
          <ul className="flex flex-col gap-5">
            {data.map((shelf) => (
              <CountField key={shelf.skuId} shelf={shelf} supplierId={supplierId} />
            ))}
          </ul>
        )}
      </Whole>
    </Card>
  );
}
