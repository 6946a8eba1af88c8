import { useSend } from '@xihuo/ui';
import { SeePaper, usePickedPaper, type PickedPaper } from '../frame/paper-pick';

interface PaperAsk {
  supplierId: string;
  householdId?: string;
  label: string;
  hint: string;
  /** Said beside it, once it was tried without. */
  error: string | null;
}

/** One photo or PDF that proves what is said about money or work. */
export function usePaper({ supplierId, householdId, ...ask }: PaperAsk): PickedPaper {
  const keep = useSend('POST /benefit/papers');
  const query = { supplierId, ...(householdId === undefined ? {} : { householdId }) };
  return usePickedPaper({
    ...ask,
    ...{ pending: keep.isPending, problem: keep.error },
    send: (file, kept) => keep.mutate({ query, file }, { onSuccess: ({ paperId }) => kept(paperId) }),
  });
}

/** A way to look at such a paper. */
export function PaperButton({ id, children }: { id: string; children: string }) {
  return (
    <SeePaper id={id} read={(api, paperId) => api('GET /benefit/papers/{id}', { params: { id: paperId } })}>
      {children}
    </SeePaper>
  );
}
