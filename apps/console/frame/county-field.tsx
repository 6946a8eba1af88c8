import { Select, useApi, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../words';

type Region = Output<'GET /regions'>['data'][number];

function useBelow(parent: string | null) {
  return useApi('GET /regions', parent ? { query: { parent } } : {}, { staleTime: Infinity, enabled: parent !== '' })
    .data?.data;
}

const choicesOf = (regions: readonly Region[] | undefined) =>
  (regions ?? []).map(({ code, name }) => ({ value: code, label: name }));

interface CountyFieldProps {
  label: string;
  value: string | null;
  onChange: (code: string | null) => void;
  id?: string | undefined;
  error?: string | null | undefined;
  optional?: boolean;
}

/**
 * Province, city, county, down to the county's code, which alone is the value. Municipalities have their counties at once below
 * them; the codes of the levels above can be read from the county's own.
 */
export function CountyField({ label, value, onChange, id, error, optional = false }: CountyFieldProps) {
  const t = useT();
  const [above, setAbove] = useState({ province: '', prefecture: '' });
  const province = value ? `${value.slice(0, 2)}0000` : above.province;
  const provinces = useBelow(null);
  const second = useBelow(province);
  const prefectureOf = (code: string) =>
    second?.some((region) => region.code === code) ? code : `${code.slice(0, 4)}00`;
  const prefecture = value ? prefectureOf(value) : above.prefecture;
  const chosen = second?.find(({ code }) => code === prefecture);
  const third = useBelow(chosen?.level === 'prefecture' ? prefecture : '');
  const endsHere = chosen !== undefined && (chosen.level === 'county' || third?.length === 0);
  const choose = (next: string) => {
    setAbove({ province, prefecture: next });
    const region = second?.find(({ code }) => code === next);
    onChange(region?.level === 'county' ? next : null);
  };
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium">{label}</legend>
      <div className="grid gap-2 sm:grid-cols-3">
        <Select
          id={id}
          label={t('county.province')}
          labelHidden
          placeholder={t('county.province')}
          optional={optional}
          value={province}
          choices={choicesOf(provinces)}
          onChange={(event) => {
            setAbove({ province: event.target.value, prefecture: '' });
            onChange(null);
          }}
        />
        <Select
          label={t('county.prefecture')}
          labelHidden
          placeholder={t('county.prefecture')}
          optional={optional}
          value={prefecture}
          disabled={!second?.length}
          choices={choicesOf(second)}
          onChange={(event) => choose(event.target.value)}
        />
        {!endsHere && (
          <Select
            label={t('county.county')}
            labelHidden
            placeholder={t('county.county')}
            optional={optional}
            value={value ?? ''}
            disabled={!third?.length}
            choices={choicesOf(third)}
            onChange={(event) => {
              setAbove({ province, prefecture });
              onChange(event.target.value || null);
            }}
          />
        )}
      </div>
      {error && <p className="text-sm font-medium text-cinnabar">{error}</p>}
    </fieldset>
  );
}
