import { Button, Dialog, useProblemText, type ApiProblem } from '@xihuo/ui';
import { useState, type ReactNode } from 'react';
import { shrink } from '../admission/apply/shrink';
import { useT } from '../words';
import { PaperInput } from './paper-input';
import { PaperSheet, type ReadPaper } from './paper-viewer';

interface PaperAsk {
  label: string;
  hint?: string;
  /** Given, it has to be there; what is said where it is missing, or null. */
  error?: string | null;
  pending: boolean;
  problem: ApiProblem | null;
  /** Sends it, made as small as it is still read, and tells under which id it is kept. */
  send: (file: Blob, kept: (id: string) => void) => void;
}

export interface PickedPaper {
  id: string | null;
  pending: boolean;
  picker: ReactNode;
}

/** A photo or PDF that is kept as soon as it is chosen and named by its id afterwards. */
export function usePickedPaper({ label, hint, error, pending, problem, send }: PaperAsk): PickedPaper {
  const t = useT();
  const problemText = useProblemText();
  const [kept, setKept] = useState<{ id: string; name: string } | null>(null);
  const add = async ([file]: File[]) => {
    if (file) send(await shrink(file), (id) => setKept({ id, name: file.name }));
  };
  const fault = problem ? problemText(problem) : kept ? null : error;
  const picker = (
    <div className="flex flex-col gap-1.5">
      <p className="font-medium">
        {label}{' '}
        {error === undefined && <span className="ms-1 text-sm font-normal text-ink-faint">{t('scale.optional')}</span>}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <PaperInput onFiles={(files) => void add(files)}>
          {t(pending ? 'paperProof.sending' : kept ? 'paperProof.other' : 'paperProof.choose')}
        </PaperInput>
        {kept && (
          <span role="status" className="min-w-0 text-sm break-words text-green">
            ✓ {kept.name}
          </span>
        )}
      </div>
      {hint && <p className="text-sm text-ink-faint">{hint}</p>}
      {fault && (
        <p role="alert" className="text-sm font-medium text-cinnabar">
          {fault}
        </p>
      )}
    </div>
  );
  return { id: kept?.id ?? null, pending, picker };
}

/** A way to look at one paper that was handed in. */
export function SeePaper({ id, read, children }: { id: string; read: ReadPaper; children: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" size="small" className="-ms-3" onClick={() => setOpen(true)}>
        {children}
      </Button>
      {open && (
        <Dialog title={children} open wide onClose={() => setOpen(false)}>
          <PaperSheet paper={{ id, title: children }} read={read} />
        </Dialog>
      )}
    </>
  );
}
