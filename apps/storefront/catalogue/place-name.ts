import { useApi } from '@xihuo/ui';

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
