import { Checkbox, Select, TextField } from '@xihuo/ui';
import { useState, type ReactNode } from 'react';
import { useT } from '../../words';
import { usePaper } from '../paper';
import type { SheetBody } from './sheet';

type Witness = NonNullable<SheetBody['witness']>;
// An officer of the county signs for itself, not through a clerk.
const ROLES = ['villageOfficer', 'neighbour', 'other'] as const satisfies readonly Witness['role'][];

/** The witness of a paper sheet, where there is one. `ready` false: something of it is missing. */
export function useSheetWitness(
  supplierId: string,
  tried: boolean,
): { ready: boolean; witness: Witness | null; fields: ReactNode } {
  const t = useT();
  const [there, setThere] = useState(false);
  const [name, setName] = useState('');
  const [role, setRole] = useState<Witness['role'] | ''>('');
  const paper = usePaper({
    ...{ supplierId, label: t('work.paper'), hint: t('witness.paperHint') },
    error: tried ? t('paperProof.missing') : null,
  });
  const lacks = (filled: boolean) => (tried && !filled ? t('act.missing') : null);
  const named = name.trim().length >= 2;
  const whole = named && role !== '' && paper.id !== null;
  const fields = (
    <>
      <Checkbox
        checked={there}
        hint={t(there ? 'work.witnessedHint' : 'work.aloneHint')}
        onChange={(event) => setThere(event.target.checked)}
      >
        {t('work.witnessed')}
      </Checkbox>
      {there && (
        <div className="mt-3 grid items-start gap-5 sm:grid-cols-2">
          <TextField
            id="work-witness-name"
            label={t('witness.name')}
            maxLength={60}
            value={name}
            error={lacks(named)}
            onChange={(event) => setName(event.target.value)}
          />
          <Select
            id="work-witness-role"
            label={t('witness.role')}
            value={role}
            choices={ROLES.map((value) => ({ value, label: t(`witness.${value}`) }))}
            error={lacks(role !== '')}
            onChange={(event) => setRole(event.target.value as Witness['role'] | '')}
          />
          <div className="sm:col-span-2">{paper.picker}</div>
        </div>
      )}
    </>
  );
  return {
    ready: !there || whole,
    witness: there && whole ? { name: name.trim(), role, paperId: paper.id! } : null,
    fields,
  };
}
