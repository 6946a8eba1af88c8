import { Select, useApi } from '@xihuo/ui';
import { CountyField } from '../../frame/county-field';
import { useT } from '../../words';

interface RegionFieldProps {
  label: string;
  value: string;
  /** A province stands for all of it. */
  province: boolean;
  error: string | null;
  optional?: boolean;
  onChange: (code: string) => void;
}

/** A province, or a county within one. */
export function RegionField({ label, value, province, error, optional = false, onChange }: RegionFieldProps) {
  const t = useT();
  const { data } = useApi('GET /regions', {}, { staleTime: Infinity });
  if (!province)
    return (
      <CountyField {...{ label, error, optional }} value={value || null} onChange={(code) => onChange(code ?? '')} />
    );
  return (
    <Select
      {...{ label, value, error, optional }}
      placeholder={t('county.province')}
      choices={(data?.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
