import { forgetIdempotencyKey, idempotencyKey, Select, TextField, toast, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../../frame/act-dialog';
import { useT } from '../../words';
import { usePlaceName, useStockChanged, type Shelf, type Venue } from './stock-typed';

interface MoveStockProps {
  shelf: Shelf;
  supplierId: string;
  /** Where its goods may be laid in. */
  venues: readonly Venue[];
  onClose: () => void;
}

/** The own warehouse among choices: slugs are never empty. */
const WAREHOUSE = '';

/** Packs from one place to another, as far as no order holds them. */
export function MoveStock({ shelf, supplierId, venues, onClose }: MoveStockProps) {
  const t = useT();
  const placeName = usePlaceName();
  const changed = useStockChanged();
  const full = shelf.places.filter(({ onHand, reserved }) => onHand > reserved);
  const [from, setFrom] = useState(full[0]?.venue?.slug ?? WAREHOUSE);
  const targets = [null, ...venues].filter((venue) => (venue?.slug ?? WAREHOUSE) !== from);
  const [to, setTo] = useState<string | null>(null);
  const goesTo = targets.some((venue) => (venue?.slug ?? WAREHOUSE) === to) ? to : (targets[0]?.slug ?? WAREHOUSE);
  const [packs, setPacks] = useState('');
  const [tried, setTried] = useState(false);
  const once = `stock.move.${shelf.skuId}`;
  const send = useSend('POST /suppliers/{supplierId}/stock/{skuId}/moves', {
    onSuccess: () => {
      forgetIdempotencyKey(once);
      toast(t('stock.moved'));
      changed();
      onClose();
    },
    onError: changed,
  });
  const start = shelf.places.find(({ venue }) => (venue?.slug ?? WAREHOUSE) === from);
  const free = start ? start.onHand - start.reserved : 0;
  const wrong = packs === '' || Number(packs) < 1 || Number(packs) > free;
  const submit = () => {
    setTried(true);
    if (wrong || targets.length === 0) return;
    const body = { packs: Number(packs), from: from || undefined, to: goesTo || undefined };
    const input = { params: { supplierId, skuId: shelf.skuId }, body };
    // A press after an answer that never came is the same move.
    send.mutate({ ...input, idempotencyKey: idempotencyKey(once, input) });
  };
  return (
    <ActDialog
      title={t('stock.moveOf', { pack: shelf.pack })}
      submit={t('stock.move')}
      text={t('stock.moveText')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t('stock.from')}
        value={from}
        choices={shelf.places.map(({ venue }) => ({ value: venue?.slug ?? WAREHOUSE, label: placeName(venue) }))}
        onChange={(event) => setFrom(event.target.value)}
      />
      <Select
        label={t('stock.to')}
        value={goesTo ?? WAREHOUSE}
        choices={targets.map((venue) => ({ value: venue?.slug ?? WAREHOUSE, label: placeName(venue) }))}
        onChange={(event) => setTo(event.target.value)}
      />
      <TextField
        label={t('stock.packs')}
        hint={t('stock.free', { count: free })}
        inputMode="numeric"
        className="numeric"
        value={packs}
        error={tried && wrong ? t('stock.packsWrong', { count: free }) : null}
        onChange={(event) => setPacks(event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 7))}
      />
    </ActDialog>
  );
}
