import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, formatMoney, Notice, routeKey, TextField, toast, useSend } from '@xihuo/ui';
import { useFieldsOver } from '../../frame/typed-over';
import { useUnsaved } from '../../frame/unsaved/use-unsaved';
import { useT } from '../../words';
import type { ProductKey } from '../group-fields';
import { fenOf, yuanOf } from '../yuan';
import { Problem } from '../../frame/problem';
import { LISTING, openChange, priceFate, type Listing } from './typed';

const pricesOf = ({ packs }: Listing) =>
  Object.fromEntries(packs.map(({ skuId, price }) => [skuId, yuanOf(price.amount)]));

/** Prices of the packs: what holds at once, what waits, and between which prices the difference lies. */
export function PriceCard({ listing, product }: { listing: Listing; product: ProductKey }) {
  const [t, queries] = [useT(), useQueryClient()];
  const form = useFieldsOver(pricesOf(listing), listing.version);
  useUnsaved(form.touched);
  const send = useSend('PUT /suppliers/{supplierId}/products/{productId}/prices', {
    onMutate: form.sending,
    onError: (problem) => {
      form.refused(problem);
      void queries.invalidateQueries({ queryKey: routeKey(LISTING) });
    },
    onSuccess: async ({ prices, version }) => {
      toast(t(prices.some(({ outcome }) => outcome === 'waits') ? 'prices.someWait' : 'prices.hold'));
      await queries.invalidateQueries({ queryKey: routeKey(LISTING) });
      const read = queries.getQueryData<Listing>(routeKey(LISTING, { params: { ...product } })) ?? listing;
      form.answered({ standing: pricesOf(read), version });
    },
  });
  const textOf = (skuId: string, fen: string) => form.value[skuId] ?? yuanOf(fen);
  const fates = listing.packs.map((pack) => {
    const fen = fenOf(textOf(pack.skuId, pack.price.amount));
    return { pack, fen, fate: priceFate(pack, fen) };
  });
  const changed = fates.filter(({ fate }) => fate === 'holds' || fate === 'waits');
  const blocked = openChange(listing)?.state === 'submitted' && changed.some(({ fate }) => fate === 'waits');
  const save = () =>
    send.mutate({
      params: { ...product },
      version: form.beside,
      body: {
        prices: changed.map(({ pack, fen }) => ({ skuId: pack.skuId, price: { amount: fen!, currency: 'CNY' } })),
      },
    });
  return (
    <Card title={t('prices.title')}>
      <div className="flex flex-col gap-4">
        {fates.map(({ pack, fate }) => (
          <TextField
            key={pack.skuId}
            label={t('prices.of', { pack: pack.pack })}
            inputMode="decimal"
            value={textOf(pack.skuId, pack.price.amount)}
            error={fate === 'malformed' ? t('ownProducts.priceMalformed') : null}
            hint={
              fate === 'waits'
                ? t('prices.willWait')
                : pack.band
                  ? t('prices.band', {
                      lowest: formatMoney(pack.band.lowest),
                      highest: formatMoney(pack.band.highest),
                    })
                  : t('prices.free')
            }
            onChange={(event) => form.put(pack.skuId, event.target.value)}
          />
        ))}
        {blocked && <Notice tone="attention">{t('prices.changeWaits')}</Notice>}
        <Problem problem={send.error} />
        <Button
          data-act="PUT /suppliers/{supplierId}/products/{productId}/prices"
          look="secondary"
          pending={send.isPending}
          unavailable={changed.length === 0 || blocked || fates.some(({ fate }) => fate === 'malformed')}
          onClick={save}
        >
          {t('prices.save')}
        </Button>
      </div>
    </Card>
  );
}
