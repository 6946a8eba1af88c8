import { Button, formatMoney, TextField } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../../frame/act-dialog';
import { useTypedOver } from '../../frame/typed-over';
import { useT } from '../../words';
import type { ProductKey } from '../group-fields';
import { MOST_TIERS, tierFaults, tiersTyped, typedTiers, type TierFault, type TypedTier } from './tiers';
import { savedFields, tiersOf, type Listing, type Pack } from './typed';
import { useChange } from './use-change';

interface TierDialogProps {
  listing: Listing;
  pack: Pack;
  product: ProductKey;
  onClose: () => void;
}

/** What businesses pay, from so many packs on. It joins the open change and holds once somebody has confirmed it. */
export function TierDialog({ listing, pack, product, onClose }: TierDialogProps) {
  const t = useT();
  const given = typedTiers(tiersOf(listing, pack.skuId));
  const form = useTypedOver<readonly TypedTier[]>(
    given.length > 0 ? given : [{ packs: String(pack.minimumOrderPacks), yuan: '' }],
    listing.version,
  );
  const rows = form.value;
  const [tried, setTried] = useState(false);
  const change = useChange(listing, product, { told: t('tiers.staged'), close: onClose, refused: form.refused });
  const faults = tierFaults(rows, pack.price.amount);
  const submit = () => {
    setTried(true);
    if (faults.some((fault) => fault !== null)) return;
    const fields = savedFields(listing);
    const others = (fields.tiers ?? []).filter(({ skuId }) => skuId !== pack.skuId);
    change.put({ ...fields, tiers: [...others, { skuId: pack.skuId, value: tiersTyped(rows) }] }, form.version);
  };
  const set = (place: number, some: Partial<TypedTier>) =>
    form.set(rows.map((row, at) => (at === place ? { ...row, ...some } : row)));
  return (
    <ActDialog
      title={t('tiers.titleOf', { pack: pack.pack })}
      submit={t('tiers.submit')}
      text={t('tiers.text', { price: formatMoney(pack.price) })}
      pending={change.isPending}
      problem={change.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {rows.length === 0 && <p className="text-ink-soft">{t('tiers.none')}</p>}
      {rows.map((row, place) => (
        <TierRow
          key={place}
          number={place + 1}
          row={row}
          fault={tried ? (faults[place] ?? null) : null}
          onChange={(some) => set(place, some)}
          onRemove={() => form.set(rows.filter((_, at) => at !== place))}
        />
      ))}
      {rows.length < MOST_TIERS && (
        <Button
          look="secondary"
          size="small"
          className="self-start"
          onClick={() => form.set([...rows, { packs: '', yuan: '' }])}
        >
          {t('tiers.add')}
        </Button>
      )}
    </ActDialog>
  );
}

interface TierRowProps {
  number: number;
  row: TypedTier;
  fault: TierFault | null;
  onChange: (some: Partial<TypedTier>) => void;
  onRemove: () => void;
}

function TierRow({ number, row, fault, onChange, onRemove }: TierRowProps) {
  const t = useT();
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 flex w-full items-center justify-between font-medium">
        {t('tiers.nth', { number })}
        <Button look="quiet" size="small" aria-label={t('tiers.removeNth', { number })} onClick={onRemove}>
          {t('tiers.remove')}
        </Button>
      </legend>
      <div className="grid grid-cols-2 items-start gap-3">
        <TextField
          label={t('tiers.packs')}
          inputMode="numeric"
          className="numeric"
          value={row.packs}
          error={fault && t(`tierFault.${fault}`)}
          onChange={(event) => onChange({ packs: event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 5) })}
        />
        <TextField
          label={t('tiers.yuan')}
          inputMode="decimal"
          className="numeric"
          maxLength={13}
          value={row.yuan}
          onChange={(event) => onChange({ yuan: event.target.value })}
        />
      </div>
    </fieldset>
  );
}
