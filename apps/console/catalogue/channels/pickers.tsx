import { Button, Select, TextField, useApi, type Output } from '@xihuo/ui';
import { useDeferredValue, useState } from 'react';
import { useSay } from '../../admission/watching/today';
import { useT } from '../../words';

export type Product = Output<'GET /catalogue/channel-products'>['data'][number];
export interface Organisation {
  id: string;
  name: string;
}

/** Products picked one by one, by a part of their name; they stand in the order in which they were picked. */
export function ProductPicker({
  chosen,
  onChange,
}: {
  chosen: readonly Product[];
  onChange: (chosen: Product[]) => void;
}) {
  const t = useT();
  const say = useSay();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data } = useApi('GET /catalogue/channel-products', { query: { q } }, { enabled: q !== '' });
  const found = (q === '' ? [] : (data?.data ?? [])).filter(({ id }) => !chosen.some((one) => one.id === id));
  return (
    <div className="flex flex-col gap-2">
      <TextField
        optional
        label={t('channelForm.findProduct')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {found.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {found.slice(0, 8).map((product) => (
            <li key={product.id}>
              <Button size="small" look="secondary" onClick={() => onChange([...chosen, product])}>
                + {say(product.name)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <ul className="divide-y divide-line">
        {chosen.map((product) => (
          <li key={product.id} className="flex items-center justify-between gap-3">
            {say(product.name)}
            <Button
              size="small"
              look="quiet"
              aria-label={t('channelForm.takeOut', { name: say(product.name) })}
              onClick={() => onChange(chosen.filter(({ id }) => id !== product.id))}
            >
              {t('channelForm.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** One organisation, found by a part of its name. */
export function OrganisationPicker({
  label,
  value,
  error,
  onChange,
}: {
  label: string;
  value: Organisation | null;
  error: string | null;
  onChange: (value: Organisation | null) => void;
}) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data } = useApi('GET /catalogue/channel-organisations', { query: { q } }, { enabled: q !== '' });
  const found = q === '' ? [] : (data?.data ?? []);
  const all = value && !found.some(({ id }) => id === value.id) ? [value, ...found] : found;
  return (
    <div className="grid gap-2 sm:grid-cols-2">
      <TextField
        optional
        label={t('channelForm.findOrganisation')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Select
        label={label}
        value={value?.id ?? ''}
        error={error}
        choices={all.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(event) => onChange(all.find(({ id }) => id === event.target.value) ?? null)}
      />
    </div>
  );
}
