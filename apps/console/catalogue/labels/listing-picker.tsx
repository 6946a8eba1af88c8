import { Select, TextField, useApi, type Output } from '@xihuo/ui';
import { useDeferredValue, useState } from 'react';
import { useSay } from '../../admission/watching/today';
import { useT } from '../../words';

export type PickedListing = Output<'GET /catalogue/listings'>['data'][number];

export const keyOf = ({ supplier, product }: PickedListing): string => `${supplier.id} ${product.id}`;

/** One listing, found by a part of the name of product or supplier. */
export function ListingPicker({
  value,
  error,
  onChange,
}: {
  value: PickedListing | null;
  error: string | null;
  onChange: (value: PickedListing | null) => void;
}) {
  const t = useT();
  const say = useSay();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data } = useApi('GET /catalogue/listings', { query: { q } }, { enabled: q !== '' });
  const found = q === '' ? [] : (data?.data ?? []);
  const all = value && !found.some((one) => keyOf(one) === keyOf(value)) ? [value, ...found] : found;
  return (
    <>
      <TextField
        optional
        label={t('labels.find')}
        hint={q !== '' && data?.data.length === 0 ? t('labels.notFound') : t('labels.findHint')}
        value={typed}
        maxLength={60}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Select
        label={t('labels.listing')}
        value={value ? keyOf(value) : ''}
        error={error}
        choices={all.map((one) => ({ value: keyOf(one), label: `${say(one.product.name)} · ${one.supplier.name}` }))}
        onChange={(event) => onChange(all.find((one) => keyOf(one) === event.target.value) ?? null)}
      />
    </>
  );
}
