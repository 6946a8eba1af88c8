import { Button, Checkbox, Select, TextArea, TextField, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { PaperView } from '../admission/products/paper-view';
import { useRefusal } from '../admission/apply/use-refusal';
import { shrink } from '../admission/apply/shrink';
import { PaperInput } from '../frame/paper-input';
import { useT } from '../words';
import { unfinished, type FieldSpec, type Group } from './dossier-draft';

export interface ProductKey {
  supplierId: string;
  productId: string;
}

interface GroupFieldsProps {
  product: ProductKey;
  /** Of the group in the form; corrections and jumps name fields below it. */
  pointer: string;
  specs: readonly FieldSpec[];
  value: Group;
  onChange: (value: Group) => void;
  wordOf: (name: string) => string;
  choiceWord?: (value: string) => string;
  noteAt: (pointer: string) => string | null;
}

/** The paper behind what is said: taken by camera or as a file, looked at again, replaced. */
function PaperField({
  product,
  label,
  fileId,
  onFile,
}: {
  product: ProductKey;
  label: string;
  fileId: string | null;
  onFile: (fileId: string | null) => void;
}) {
  const t = useT();
  const refusal = useRefusal();
  const [share, setShare] = useState(0);
  const [shown, setShown] = useState(false);
  const send = useSend('POST /admission/products/{supplierId}/{productId}/papers', {
    onSuccess: ({ fileId: kept }) => onFile(kept),
  });
  const take = async ([file]: File[]) => {
    if (!file || send.isPending) return;
    setShare(0);
    send.mutate({ params: { ...product }, file: await shrink(file), onProgress: setShare });
  };
  return (
    <div className="sm:col-span-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">{label}</span>
        <PaperInput onFiles={(files) => void take(files)}>
          {fileId ? t('dossierForm.otherPaper') : t('apply.documents.add')}
        </PaperInput>
        {fileId && (
          <Button look="quiet" size="small" onClick={() => setShown(!shown)}>
            {shown ? t('paper.close') : t('paper.open')}
          </Button>
        )}
        {send.isPending && (
          <span role="status" className="numeric text-sm text-ink-faint">
            {share >= 1
              ? t('apply.documents.looking')
              : t('apply.documents.sending', { percent: Math.round(share * 100) })}
          </span>
        )}
      </div>
      {send.error && <p className="text-sm font-medium text-cinnabar">{refusal(send.error)}</p>}
      {shown && fileId && <PaperView fileId={fileId} title={label} onClose={() => setShown(false)} />}
    </div>
  );
}

interface CellProps extends Omit<GroupFieldsProps, 'specs' | 'value' | 'onChange'> {
  spec: FieldSpec;
  cell: Group[string];
  lacks: boolean;
  set: (cell: Group[string]) => void;
}

function Cell({
  spec: { name, kind, values = [] },
  cell,
  lacks,
  set,
  product,
  pointer,
  wordOf,
  choiceWord,
  noteAt,
}: CellProps) {
  const t = useT();
  const at = `${pointer}/${name}`;
  const common = {
    id: at.slice(1).replaceAll('/', '-'),
    label: wordOf(name),
    optional: true,
    hint: lacks ? <span className="text-amber">{t('dossierForm.cellMissing')}</span> : undefined,
    error: noteAt(at),
  };
  const typed = String(cell ?? '');
  if (kind === 'flag') {
    return (
      <Checkbox checked={cell === true} onChange={(event) => set(event.target.checked)}>
        {wordOf(name)}
      </Checkbox>
    );
  }
  if (kind === 'paper')
    return <PaperField product={product} label={wordOf(name)} fileId={cell as string | null} onFile={set} />;
  if (kind === 'choice') {
    return (
      <Select
        {...common}
        value={typed}
        choices={values.map((value) => ({ value, label: choiceWord?.(value) ?? value }))}
        onChange={(event) => set(event.target.value)}
      />
    );
  }
  if (kind === 'long') {
    return (
      <div className="sm:col-span-2">
        <TextArea {...common} maxLength={500} value={typed} onChange={(event) => set(event.target.value)} />
      </div>
    );
  }
  return (
    <TextField
      {...common}
      type={kind === 'date' ? 'date' : 'text'}
      inputMode={kind === 'number' ? 'numeric' : undefined}
      maxLength={kind === 'date' ? undefined : 200}
      value={typed}
      onChange={(event) =>
        set(
          kind === 'number' ? event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, 3) : event.target.value,
        )
      }
    />
  );
}

/** What belongs together in a dossier, each cell with what is still missing in it and what the reviewer asked of it. */
export function GroupFields({ specs, value, onChange, ...rest }: GroupFieldsProps) {
  const lacking = unfinished(specs, value);
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {specs.map((spec) => (
        <Cell
          key={spec.name}
          {...rest}
          spec={spec}
          cell={value[spec.name] ?? null}
          lacks={lacking.includes(spec.name)}
          set={(cell) => onChange({ ...value, [spec.name]: cell })}
        />
      ))}
    </div>
  );
}
