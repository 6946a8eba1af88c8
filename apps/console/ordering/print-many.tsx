import { Notice, useApiClient, type ApiProblem } from '@xihuo/ui';
import { useState } from 'react';
import { ActDialog } from '../frame/act-dialog';
import type { BulkAct } from '../frame/bulk/bulk-bar';
import { saveFile } from '../frame/save-file';
import { useT } from '../words';
import type { Task } from './state';

/** As many are printed in one file; the server takes no more. */
const MOST = 100;

type Paper = 'packingList' | 'addressLabel';

/** As many files as it takes, each as full as the server takes it. */
export function batchesOf<Row>(rows: readonly Row[], most: number): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / most) }, (_, at) => rows.slice(at * most, (at + 1) * most));
}

/** What is still to be sent of several orders, as one file for the printer. */
function PrintMany({ tasks, paper, onClose }: { tasks: readonly Task[]; paper: Paper; onClose: () => void }) {
  const t = useT();
  const api = useApiClient();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const batches = batchesOf(tasks, MOST);
  const print = async () => {
    setPending(true);
    setProblem(null);
    try {
      for (const [at, batch] of batches.entries()) {
        const ids = batch.map(({ id }) => id).join(',');
        const file = (await api('GET /supplier/orders/print', { query: { ids, paper } })) as Blob;
        saveFile(file, `${t(`print.${paper}`)}${batches.length > 1 ? ` ${at + 1}` : ''}.pdf`);
      }
      onClose();
    } catch (refused) {
      setProblem(refused as ApiProblem);
    } finally {
      setPending(false);
    }
  };
  return (
    <ActDialog
      title={t(`print.${paper}`)}
      submit={t('print.take')}
      text={t('print.many', { count: tasks.length })}
      pending={pending}
      problem={problem}
      onSubmit={() => void print()}
      onClose={onClose}
    >
      {batches.length > 1 && <Notice title={t('print.batches', { count: MOST, files: batches.length })} />}
    </ActDialog>
  );
}

/** What can be done to several orders that wait to be sent. */
export function useOrderActs(): readonly BulkAct<Task>[] {
  const t = useT();
  return (['addressLabel', 'packingList'] as const).map((paper) => ({
    id: paper,
    word: t(`print.${paper}`),
    can: (row: Task) => row.state === 'toShip',
    ask: (rows: readonly Task[], close: () => void) => <PrintMany tasks={rows} paper={paper} onClose={close} />,
  }));
}
