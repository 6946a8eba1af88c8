import { Select, useApi, type Output } from '@xihuo/ui';
import { useEffect } from 'react';
import { useT } from '../words';
import { NO_REGION, type RegionPath } from './delivery';

type Region = Output<'GET /regions'>['data'][number];

/** Hong Kong, Macao and Taiwan are in the register of regions but not among the delivery addresses. */
const NOT_DELIVERED = /^(71|81|82)/;

function useBelow(parent: string | null) {
  const { data } = useApi('GET /regions', parent ? { query: { parent } } : {}, {
    staleTime: Infinity,
    enabled: parent !== '',
  });
  return data?.data;
}

const choicesOf = (regions: readonly Region[] | undefined) =>
  regions?.filter(({ code }) => !NOT_DELIVERED.test(code)).map(({ code, name }) => ({ value: code, label: name })) ??
  [];

interface RegionPickerProps {
  value: RegionPath;
  onChange: (path: RegionPath) => void;
  /** The code to deliver to, once the path has reached its end; null while it has not. */
  onCode: (code: string | null) => void;
  error: string | null;
}

/**
 * Province, city, county. Municipalities have counties at once below them, and four cities (东莞, 中山, 儋州, 嘉峪关) have
 * none at all: the path ends wherever nothing lies below, and that code is the address.
 */
export function RegionPicker({ value, onChange, onCode, error }: RegionPickerProps) {
  const t = useT();
  const provinces = useBelow(null);
  const second = useBelow(value.province);
  const chosenSecond = second?.find((region) => region.code === value.prefecture);
  const third = useBelow(chosenSecond?.level === 'prefecture' ? value.prefecture : '');
  const endsAtSecond = chosenSecond?.level === 'county' || (chosenSecond !== undefined && third?.length === 0);
  const code = endsAtSecond ? value.prefecture : third?.find((region) => region.code === value.county)?.code;
  useEffect(() => onCode(code ?? null), [code, onCode]);
  return (
    <fieldset className="grid gap-4 sm:grid-cols-3">
      <legend className="sr-only">{t('address.region')}</legend>
      <Select
        id="region"
        label={t('address.province')}
        value={value.province}
        choices={choicesOf(provinces)}
        error={error}
        autoComplete="address-level1"
        onChange={(event) => onChange({ ...NO_REGION, province: event.target.value })}
      />
      <Select
        label={t('address.city')}
        value={value.prefecture}
        disabled={!second?.length}
        choices={choicesOf(second)}
        autoComplete="address-level2"
        onChange={(event) => onChange({ ...value, prefecture: event.target.value, county: '' })}
      />
      {!endsAtSecond && (
        <Select
          label={t('address.county')}
          value={value.county}
          disabled={!third?.length}
          choices={choicesOf(third)}
          autoComplete="address-level3"
          onChange={(event) => onChange({ ...value, county: event.target.value })}
        />
      )}
    </fieldset>
  );
}
