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

/** What is still to be sent of several orders, as one file for the printer. */
function PrintMany({ tasks, paper, onClose }: { tasks: readonly Task[]; paper: Paper; onClose: () => void }) {
  const t = useT();
  const api = useApiClient();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | null>(null);
  const print = async () => {
    setPending(true);
    setProblem(null);
    try {
      const ids = tasks.map(({ id }) => id).join(',');
      saveFile(
        (await api('GET /supplier/orders/print', { query: { ids, paper } })) as Blob,
        `${t(`print.${paper}`)}.pdf`,
      );
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
      onSubmit={() => {
        if (tasks.length <= MOST) void print();
      }}
      onClose={onClose}
    >
      {tasks.length > MOST && <Notice tone="attention" title={t('print.tooMany', { count: MOST })} />}
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
