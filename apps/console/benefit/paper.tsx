import { Button, Dialog, useApi, useProblemText, useSend } from '@xihuo/ui';
import { useState, type ReactNode } from 'react';
import { shrink } from '../admission/apply/shrink';
import { PaperInput } from '../frame/paper-input';
import { Picture } from '../frame/picture';
import { useSource } from '../frame/use-source';
import { Whole } from '../frame/whole';
import { useT } from '../words';

interface PaperAsk {
  supplierId: string;
  householdId?: string;
  label: string;
  hint: string;
  /** Said beside it, once it was tried without. */
  error?: string | null;
}

/** One photo or PDF that proves what is said; sent as soon as it is chosen, named by its id afterwards. */
export function usePaper({ supplierId, householdId, label, hint, error }: PaperAsk): {
  id: string | null;
  picker: ReactNode;
} {
  const t = useT();
  const problemText = useProblemText();
  const [kept, setKept] = useState<{ id: string; name: string } | null>(null);
  const send = useSend('POST /benefit/papers');
  const add = async ([file]: File[]) => {
    if (!file) return;
    const query = { supplierId, ...(householdId === undefined ? {} : { householdId }) };
    send.mutate(
      { query, file: await shrink(file) },
      { onSuccess: ({ paperId }) => setKept({ id: paperId, name: file.name }) },
    );
  };
  const fault = send.error ? problemText(send.error) : kept ? null : error;
  const picker = (
    <div className="flex flex-col gap-1.5">
      <p className="font-medium">{label}</p>
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
      <p className="text-sm text-ink-faint">{hint}</p>
      {fault && (
        <p role="alert" className="text-sm font-medium text-cinnabar">
          {fault}
        </p>
      )}
    </div>
  );
  return { id: kept?.id ?? null, picker };
}

function Sheet({ title, file }: { title: string; file: Blob }) {
  const source = useSource<HTMLIFrameElement>(file, '#navpanes=0&view=FitH');
  return file.type === 'application/pdf' ? (
    <iframe ref={source} title={title} className="h-[70dvh] w-full rounded-md border border-line" />
  ) : (
    <Picture title={title} file={file} />
  );
}

function PaperDialog({ id, title, onClose }: { id: string; title: string; onClose: () => void }) {
  // What lies under an id never changes.
  const query = useApi('GET /benefit/papers/{id}', { params: { id } }, { staleTime: Infinity, gcTime: 60_000 });
  return (
    <Dialog title={title} open onClose={onClose}>
      <Whole query={query}>{(file) => <Sheet title={title} file={file} />}</Whole>
    </Dialog>
  );
}

/** A way to look at a paper that was handed in. */
export function PaperButton({ id, children }: { id: string; children: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" size="small" className="-ms-3" onClick={() => setOpen(true)}>
        {children}
      </Button>
      {open && <PaperDialog id={id} title={children} onClose={() => setOpen(false)} />}
    </>
  );
}
