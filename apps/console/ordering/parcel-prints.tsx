import { useApiClient } from '@xihuo/ui';
import { Download } from '../admission/apply/steps/download';
import { useT } from '../words';
import type { Task } from './state';

/** What is printed for a parcel, or for what is still to be packed; and the papers that went with one that left. */
export function ParcelPrints({ task, parcelId }: { task: Task; parcelId?: string }) {
  const t = useT();
  const api = useApiClient();
  const print = (paper: 'packingList' | 'addressLabel') =>
    api('GET /supplier/orders/{id}/print', {
      params: { id: task.id },
      query: parcelId === undefined ? { paper } : { paper, parcel: parcelId },
    }) as Promise<Blob>;
  return (
    <span className="flex flex-wrap items-center gap-x-4 text-sm">
      {(['packingList', 'addressLabel'] as const).map((paper) => (
        <Download
          key={paper}
          word={t(`print.${paper}`)}
          name={`${t(`print.${paper}`)}-${task.orderNumber}.pdf`}
          get={() => print(paper)}
        />
      ))}
      {parcelId !== undefined && (
        <Download
          word={t('print.papers')}
          name={`${t('print.papers')}-${task.orderNumber}.zip`}
          get={() => api('GET /parcels/{id}/papers/file', { params: { id: parcelId } }) as Promise<Blob>}
        />
      )}
    </span>
  );
}
