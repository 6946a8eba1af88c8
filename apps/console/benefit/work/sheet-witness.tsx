import { Checkbox, Select, TextField } from '@xihuo/ui';
import { useState, type ReactNode } from 'react';
import { shrink } from '../../admission/apply/shrink';
import { PaperInput } from '../../frame/paper-input';
import { useT } from '../../words';
import type { SheetWitness } from './waiting-sheet';

// An officer of the county signs for itself, not through a clerk.
const ROLES = ['villageOfficer', 'neighbour', 'other'] as const satisfies readonly SheetWitness['role'][];

interface SignedSheetProps {
  shown: boolean;
  /** As the file is called, where it was chosen just now. */
  name: string | null;
  fault: string | null;
  onPhoto: (photo: Blob, name: string) => void;
}

function SignedSheet({ shown, name, fault, onPhoto }: SignedSheetProps) {
  const t = useT();
  return (
    <div className="flex flex-col gap-1.5 sm:col-span-2">
      <p className="font-medium">{t('work.paper')}</p>
      <div className="flex flex-wrap items-center gap-3">
        <PaperInput onFiles={([file]) => file && void shrink(file).then((photo) => onPhoto(photo, file.name))}>
          {t(shown ? 'paperProof.other' : 'paperProof.choose')}
        </PaperInput>
        {shown && (
          <span role="status" className="min-w-0 text-sm break-words text-green">
            ✓ {name ?? t('work.paperKept')}
          </span>
        )}
      </div>
      <p className="text-sm text-ink-faint">{t('witness.paperHint')}</p>
      {fault && (
        <p role="alert" className="text-sm font-medium text-cinnabar">
          {fault}
        </p>
      )}
    </div>
  );
}

/** The witness of a paper sheet, where there is one; the photo stays here until the sheet goes. `ready` false: something is missing. */
export function useSheetWitness(
  first: SheetWitness | null,
  tried: boolean,
): { ready: boolean; witness: SheetWitness | null; fields: ReactNode } {
  const t = useT();
  const [there, setThere] = useState(first !== null);
  const [name, setName] = useState(first?.name ?? '');
  const [role, setRole] = useState<SheetWitness['role'] | ''>(first?.role ?? '');
  const [paper, setPaper] = useState({ photo: first?.photo ?? null, paperId: first?.paperId ?? null });
  const [fileName, setFileName] = useState<string | null>(null);
  const lacks = (filled: boolean, word: 'act.missing' | 'paperProof.missing' = 'act.missing') =>
    tried && !filled ? t(word) : null;
  const named = name.trim().length >= 2;
  const shown = paper.photo !== null || paper.paperId !== null;
  const whole = named && role !== '' && shown;
  const fault = lacks(shown, 'paperProof.missing');
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
            onChange={(event) => setRole(event.target.value as SheetWitness['role'] | '')}
          />
          <SignedSheet
            {...{ shown, fault, name: fileName }}
            onPhoto={(photo, called) => {
              setPaper({ photo, paperId: null });
              setFileName(called);
            }}
          />
        </div>
      )}
    </>
  );
  return {
    ready: !there || whole,
    witness: there && whole ? { name: name.trim(), role, ...paper } : null,
    fields,
  };
}
