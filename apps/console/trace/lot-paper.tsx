import { Button, Dialog, useProblemText, useSend } from '@xihuo/ui';
import { useState, type ReactNode } from 'react';
import { shrink } from '../admission/apply/shrink';
import { PaperInput } from '../frame/paper-input';
import { PaperSheet } from '../frame/paper-viewer';
import { useT } from '../words';

interface LotPaperAsk {
  supplierId: string;
  label: string;
  hint?: string;
  /** Given, it has to be there; what is said where it is missing, or null. */
  error?: string | null;
}

/** A photo or PDF that is kept as soon as it is chosen and named by its id afterwards; none is no fault but where `error` is given. */
export function useLotPaper({ supplierId, label, hint, error }: LotPaperAsk): {
  id: string | null;
  pending: boolean;
  picker: ReactNode;
} {
  const t = useT();
  const problemText = useProblemText();
  const [kept, setKept] = useState<{ id: string; name: string } | null>(null);
  const send = useSend('POST /supplier/lot-papers');
  const add = async ([file]: File[]) => {
    if (!file) return;
    send.mutate(
      { query: { supplierId }, file: await shrink(file) },
      { onSuccess: ({ fileId }) => setKept({ id: fileId, name: file.name }) },
    );
  };
  const picker = (
    <div className="flex flex-col gap-1.5">
      <p className="font-medium">
        {label}{' '}
        {error === undefined && <span className="ms-1 text-sm font-normal text-ink-faint">{t('scale.optional')}</span>}
      </p>
      <div className="flex flex-wrap items-center gap-3">
        <PaperInput onFiles={(files) => void add(files)}>
          {t(send.isPending ? 'paperProof.sending' : kept ? 'paperProof.other' : 'paperProof.choose')}
        </PaperInput>
        {kept && (
          <span role="status" className="min-w-0 text-sm break-words text-green">
            ✓ {kept.name}
          </span>
        )}
      </div>
      {hint && <p className="text-sm text-ink-faint">{hint}</p>}
      {error && kept === null && !send.error && (
        <p role="alert" className="text-sm font-medium text-cinnabar">
          {error}
        </p>
      )}
      {send.error && (
        <p role="alert" className="text-sm font-medium text-cinnabar">
          {problemText(send.error)}
        </p>
      )}
    </div>
  );
  return { id: kept?.id ?? null, pending: send.isPending, picker };
}

/** A way to look at a paper of a lot or a delivery. */
export function LotPaperButton({ id, children }: { id: string; children: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" size="small" className="-ms-3" onClick={() => setOpen(true)}>
        {children}
      </Button>
      {open && (
        <Dialog title={children} open wide onClose={() => setOpen(false)}>
          <PaperSheet
            paper={{ id, title: children }}
            read={(api, fileId) => api('GET /supplier/lot-papers/{id}', { params: { id: fileId } })}
          />
        </Dialog>
      )}
    </>
  );
}
