import { useSend } from '@xihuo/ui';
import { useHandedPapers, type HandedPapers } from '../../frame/handed-papers';

/** Papers a supplier hands in with what it says. */
export function useOwnPapers(supplierId: string, most?: number): HandedPapers {
  const { mutate, isPending, error } = useSend('POST /supplier/papers');
  const send = (file: File, kept: (fileId: string) => void) =>
    mutate({ query: { supplierId }, file }, { onSuccess: ({ fileId }) => kept(fileId) });
  return useHandedPapers({ send, pending: isPending, error }, most);
}
