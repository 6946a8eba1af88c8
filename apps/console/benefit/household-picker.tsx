import { TextField, useApi } from '@xihuo/ui';
import { useDeferredValue, useState } from 'react';
import { Whole } from '../frame/whole';
import { useT } from '../words';

interface HouseholdPickerProps {
  supplierId: string;
  value: string;
  onChange: (id: string) => void;
  error: string | null;
}

/** Whom one came for stands first, wherever it would stand in the list; what is typed to find somebody else goes before. */
function useCameFor(came: string, searching: boolean) {
  const { data } = useApi('GET /benefit/households/{id}', { params: { id: came } }, { enabled: came !== '' });
  return <Row extends { household: { id: string } }>(rows: readonly Row[]) =>
    data && !searching ? [data, ...rows.filter(({ household }) => household.id !== came)] : rows;
}

/** A household of the supplier, found by name or village; the list is short enough to read after two characters. */
export function HouseholdPicker({ supplierId, value, onChange, error }: HouseholdPickerProps) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [came] = useState(value);
  const q = useDeferredValue(typed.trim());
  const cameFirst = useCameFor(came, q !== '');
  const query = useApi('GET /benefit/households', {
    query: { supplier: supplierId, limit: 30, ...(q === '' ? {} : { q }) },
  });
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 font-medium">{t('agreement.withWhom')}</legend>
      <TextField
        type="search"
        label={t('agreement.find')}
        labelHidden
        placeholder={t('agreement.find')}
        maxLength={40}
        optional
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Whole query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="py-4 text-ink-soft">{t(q === '' ? 'agreement.noHouseholds' : 'agreement.notFound')}</p>
          ) : (
            <ul className="grid max-h-96 gap-2 overflow-y-auto sm:grid-cols-2">
              {cameFirst(data).map(({ household, inForce }) => (
                <li key={household.id}>
                  <label className="flex min-h-target cursor-pointer items-center gap-3 rounded-md border border-line bg-surface px-3 py-2 has-checked:border-green has-checked:bg-green-wash">
                    <input
                      type="radio"
                      name="household"
                      className="size-5 shrink-0 accent-green"
                      checked={household.id === value}
                      onChange={() => onChange(household.id)}
                    />
                    <span className="min-w-0">
                      <span className="block font-medium">{household.displayName}</span>
                      <span className="block text-sm text-ink-faint">
                        {household.village}
                        {inForce > 0 && ` · ${t('agreement.inForceCount', { count: inForce })}`}
                      </span>
                    </span>
                  </label>
                </li>
              ))}
            </ul>
          )
        }
      </Whole>
      {error && <p className="text-sm font-medium text-cinnabar">{error}</p>}
    </fieldset>
  );
}
