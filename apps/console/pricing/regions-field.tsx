import { Checkbox, TextField, useApi } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../words';
import { EVERYWHERE } from './freight';

/** Hong Kong, Macao and Taiwan are in the register of regions but nothing is sent there. */
const NOT_DELIVERED = /^(71|81|82)/;

/** A province, or the whole mainland: those have ticks, the rest is typed. */
const isWhole = (code: string) => code.endsWith('0000');

interface RegionsFieldProps {
  value: readonly string[];
  error: string | null;
  onChange: (codes: string[]) => void;
}

/** Provinces by ticks, the whole mainland as one; cities and counties by their codes, for the few that differ. */
export function RegionsField({ value, error, onChange }: RegionsFieldProps) {
  const t = useT();
  const { data } = useApi('GET /regions', {}, { staleTime: Infinity });
  const provinces = (data?.data ?? []).filter(({ code }) => !NOT_DELIVERED.test(code));
  const others = value.filter((code) => !isWhole(code));
  const [typed, setTyped] = useState(others.join(' '));
  const toggle = (code: string) =>
    onChange(value.includes(code) ? value.filter((one) => one !== code) : [...value, code]);
  const type = (text: string) => {
    setTyped(text);
    const codes = text.split(/[\s,，、]+/).filter((code) => code !== '');
    onChange([...value.filter(isWhole), ...codes]);
  };
  return (
    <fieldset>
      <legend className="font-medium">{t('freight.regions')}</legend>
      <Checkbox checked={value.includes(EVERYWHERE)} onChange={() => toggle(EVERYWHERE)}>
        {t('freight.everywhere')}
      </Checkbox>
      <div lang="zh-CN" className="grid grid-cols-2 gap-x-4 sm:grid-cols-4 lg:grid-cols-6">
        {provinces.map(({ code, name }) => (
          <Checkbox key={code} checked={value.includes(code)} onChange={() => toggle(code)}>
            {name}
          </Checkbox>
        ))}
      </div>
      <TextField
        optional
        label={t('freight.codes')}
        hint={t('freight.codesHint')}
        value={typed}
        onChange={(event) => type(event.target.value)}
      />
      {error && <p className="text-sm font-medium text-cinnabar">{error}</p>}
    </fieldset>
  );
}
