import { Notice, Select, TextField, useApiClient, useProblemText, type ApiProblem } from '@xihuo/ui';
import { useState } from 'react';
import { saveFile } from '../../frame/save-file';
import { useT } from '../../words';
import { CodeAct } from '../../frame/code-act';
import type { Batch } from './parts';

type Format = 'csv' | 'plain' | 'pain001';

/** The file for the bank: with a fresh code and a word on what it is for. */
export function FileAct({ batch }: { batch: Batch }) {
  const t = useT();
  const api = useApiClient();
  // Where the bank has no table of its own, the plain one is what there is.
  const banks = batch.layout !== 'plain';
  const [format, setFormat] = useState<Format>(banks ? 'csv' : 'plain');
  const [reason, setReason] = useState('');
  const get = () =>
    api('GET /settlement/payout-batches/{id}/file', { params: { id: batch.id }, query: { format, reason } });
  const name = `payout-${batch.id}.${format === 'pain001' ? 'xml' : 'csv'}`;
  const bankTable = { value: 'csv', label: t('payouts.fileCsv', { layout: t(`payoutLayout.${batch.layout}`) }) };
  return (
    <CodeAct
      word={t('payouts.file')}
      lead={t('payouts.fileText')}
      done={t('payouts.fileDone')}
      ready={reason.trim() !== ''}
      refusal={(problem) => problem.code === 'PAYOUT_TEXT_REFUSED' && <LinesRefused problem={problem} />}
      run={async () => saveFile(await get(), name)}
    >
      <Select
        label={t('payouts.format')}
        hint={format === 'csv' ? t('payouts.fileCsvHint') : undefined}
        value={format}
        choices={[
          ...(banks ? [bankTable] : []),
          { value: 'plain', label: t('payouts.filePlain') },
          { value: 'pain001', label: t('payouts.filePain') },
        ]}
        onChange={(event) => setFormat(event.target.value as Format)}
      />
      <TextField
        label={t('payouts.purposeOfFile')}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </CodeAct>
  );
}

interface Refused {
  count: number;
  lines: readonly { item: string; payee: string; signs: string }[];
}

/** Whose names the bank's table does not take, and for which signs. */
function LinesRefused({ problem }: { problem: ApiProblem }) {
  const t = useT();
  const problemText = useProblemText();
  const { count, lines } = problem.facts as unknown as Refused;
  const more = count - lines.length;
  return (
    <Notice urgent tone="bad" title={problemText(problem)}>
      <ul className="list-disc pl-5">
        {lines.map(({ item, payee, signs }) => (
          <li key={item}>{t('payouts.refusedLine', { payee, signs })}</li>
        ))}
        {more > 0 && <li>{t('payouts.refusedMore', { count: more })}</li>}
      </ul>
    </Notice>
  );
}
