import { Select, useApi } from '@xihuo/ui';
import { useT } from '../words';

interface OriginFilterProps {
  /** GB/T 2260 code of a province, prefecture or county; null for everywhere. */
  region: string | null;
  onChange: (region: string | null) => void;
}

/** What a code is called, as far as the lists that the filter reads know it: provinces and what lies directly below. */
export function usePlaceName(region: string | null): string | undefined {
  const { provinces, below } = useRegions(region);
  return [...(below.data?.data ?? []), ...(provinces.data?.data ?? [])].find(({ code }) => code === region)?.name;
}

function useRegions(region: string | null) {
  const provinceCode = region ? `${region.slice(0, 2)}0000` : null;
  const provinces = useApi('GET /regions', {}, { staleTime: Infinity });
  const below = useApi(
    'GET /regions',
    { query: { parent: provinceCode ?? '' } },
    { staleTime: Infinity, enabled: provinceCode !== null },
  );
  return { provinceCode, provinces, below };
}

/** From the province down to the county, a level at a time, as far as one cares to go. */
export function OriginFilter({ region, onChange }: OriginFilterProps) {
  const t = useT();
  const { provinceCode, provinces, below } = useRegions(region);
  const western = provinces.data?.data.filter((entry) => entry.side === 'west') ?? [];
  const secondCode = region && below.data?.data.find((entry) => samePlace(entry.code, entry.level, region))?.code;
  return (
    <>
      <Select
        optional
        labelHidden
        label={t('filter.province')}
        placeholder={t('filter.everywhere')}
        value={provinceCode ?? ''}
        choices={western.map(({ code, name }) => ({ value: code, label: name }))}
        onChange={(event) => onChange(event.target.value || null)}
      />
      {provinceCode !== null && (
        <Select
          optional
          labelHidden
          label={t('filter.prefecture')}
          placeholder={t('filter.everywhereIn')}
          value={secondCode ?? ''}
          choices={(below.data?.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          onChange={(event) => onChange(event.target.value || provinceCode)}
        />
      )}
    </>
  );
}

/** A prefecture holds every code with its first four digits; a county directly below a province only its own. */
function samePlace(code: string, level: string, region: string): boolean {
  return level === 'prefecture' ? region.startsWith(code.slice(0, 4)) : code === region;
}
