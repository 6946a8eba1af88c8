import type { machines } from '@xihuo/contract';
import { Button, Select, TextField, toast, useProblemText, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { useTypedOver } from '../../frame/typed-over';
import { useUnsaved } from '../../frame/unsaved/use-unsaved';
import { useT } from '../../words';
import { usePlaceName, useStockChanged, type Place, type Shelf } from './stock-typed';

const REASONS: readonly machines.StockReason[] = ['stocktake', 'goodsIn', 'loss', 'correction'];

const countOf = ({ counted, onHand }: Place) => (counted ? String(onHand) : '');

interface CountPlaceProps {
  shelf: Shelf;
  place: Place;
  supplierId: string;
}

/** One place of a pack after a count: what lies there, with what orders hold of it. */
export function CountPlace({ shelf, place, supplierId }: CountPlaceProps) {
  const [t, problemText] = [useT(), useProblemText()];
  const [placeName, changed] = [usePlaceName(), useStockChanged()];
  const form = useTypedOver(countOf(place), place.version);
  useUnsaved(form.touched);
  const text = form.value;
  const [reason, setReason] = useState<machines.StockReason>('stocktake');
  const send = useSend('PUT /suppliers/{supplierId}/stock/{skuId}', {
    onMutate: form.sending,
    onError: form.refused,
    onSuccess: async ({ places }) => {
      toast(t('stock.counted'));
      await changed();
      const next = places.find(({ venue }) => venue?.slug === place.venue?.slug) ?? place;
      form.answered({ standing: countOf(next), version: next.version });
    },
  });
  const onHand = text === '' ? null : Number(text);
  const belowReserved = onHand !== null && onHand < place.reserved;
  const unchanged = onHand === null || (place.counted && onHand === place.onHand);
  const isStale = send.error?.code === 'STALE_VERSION';
  const save = () => {
    if (onHand === null) return;
    const body = { onHand, reason, ...(place.venue === null ? {} : { place: place.venue.slug }) };
    send.mutate({ params: { supplierId, skuId: shelf.skuId }, version: form.beside, body });
  };
  const hint = place.counted ? t('stock.reserved', { count: place.reserved }) : t('stock.never');
  const label =
    place.venue === null
      ? t('stock.of', { pack: shelf.pack })
      : t('stock.at', { pack: shelf.pack, place: placeName(place.venue) });
  return (
    <div role="group" aria-label={label} className="flex flex-col gap-2">
      <TextField
        label={label}
        hint={hint}
        error={belowReserved ? t('stock.below', { count: place.reserved }) : send.error && problemText(send.error)}
        inputMode="numeric"
        className="numeric"
        value={text}
        onChange={(event) => form.set(event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 7))}
      />
      {place.counted && !unchanged && (
        <Select
          label={t('stock.reason')}
          value={reason}
          choices={REASONS.map((value) => ({ value, label: t(`stockReason.${value}`) }))}
          onChange={(event) => setReason(event.target.value as machines.StockReason)}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          data-act="PUT /suppliers/{supplierId}/stock/{skuId}"
          look="secondary"
          size="small"
          pending={send.isPending}
          unavailable={unchanged || belowReserved}
          onClick={save}
        >
          {t('stock.save')}
        </Button>
        {isStale && (
          <Button look="quiet" size="small" onClick={() => void changed().then(form.done).then(send.reset)}>
            {t('stock.again')}
          </Button>
        )}
      </div>
    </div>
  );
}
