import { useSend } from '@xihuo/ui';
import { SeePaper, usePickedPaper, type PickedPaper } from '../frame/paper-pick';

interface LotPaperAsk {
  supplierId: string;
  label: string;
  hint?: string;
  /** Given, it has to be there; what is said where it is missing, or null. */
  error?: string | null;
}

/** A photo or PDF about a lot or a delivery; none is no fault but where `error` is given. */
export function useLotPaper({ supplierId, ...ask }: LotPaperAsk): PickedPaper {
  const keep = useSend('POST /supplier/lot-papers');
  return usePickedPaper({
    ...ask,
    ...{ pending: keep.isPending, problem: keep.error },
    send: (file, kept) => keep.mutate({ query: { supplierId }, file }, { onSuccess: ({ fileId }) => kept(fileId) }),
  });
}

/** A way to look at a paper of a lot or a delivery. */
export function LotPaperButton({ id, children }: { id: string; children: string }) {
  return (
    <SeePaper id={id} read={(api, fileId) => api('GET /supplier/lot-papers/{id}', { params: { id: fileId } })}>
      {children}
    </SeePaper>
  );
}
