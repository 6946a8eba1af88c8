import { Notice, Select, TextField, useProblemText, type Output } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { BigButton } from './pieces';
import { useAct } from './use-act';
import { useT } from './words';

type Agreement = Output<'GET /me/agreements'>['data'][number];

const byThePiece = (agreement: Agreement | undefined) =>
  agreement?.terms.kind === 'employment' && agreement.terms.pieceRate !== null;

interface DigitsProps {
  id: string;
  label: string;
  value: string;
  onChange: (digits: string) => void;
}

function Digits({ id, label, value, onChange }: DigitsProps) {
  return (
    <TextField
      {...{ id, label, value }}
      inputMode="numeric"
      autoComplete="off"
      maxLength={6}
      className="numeric min-h-15! text-2xl! tracking-[0.3em]"
      onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
    />
  );
}

/** The code of the day stands on the wall of the workshop: who types it was there. */
export function TodaysWork({
  agreements,
  onSaid,
}: {
  agreements: readonly Agreement[];
  onSaid: (words: string) => void;
}) {
  const t = useT();
  const problemText = useProblemText();
  const [chosen, setChosen] = useState(agreements[0]?.id ?? '');
  const [code, setCode] = useState('');
  const [pieces, setPieces] = useState('');
  const agreement = agreements.find(({ id }) => id === chosen);
  const counted = byThePiece(agreement);
  const record = useAct(
    'POST /me/work',
    () => ({ body: { agreementId: chosen, code, pieces: counted ? Number(pieces) : null } }),
    () => {
      setCode('');
      setPieces('');
      onSaid(t('farmer.workRecorded'));
    },
  );
  const ready = agreement !== undefined && code.length === 6 && (!counted || Number(pieces) > 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !record.pending) record.send();
  };
  return (
    <section aria-labelledby="today" className="rounded-lg border border-line bg-surface p-4 sm:p-5">
      <h2 id="today" className="mb-2 text-xl">
        {t('farmer.todaysWork')}
      </h2>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <p className="text-base text-ink-soft">{t('farmer.todaysWorkText')}</p>
        {Boolean(record.problem) && <Notice urgent tone="bad" title={problemText(record.problem)} />}
        {agreements.length > 1 && (
          <Select
            label={t('farmer.workFor')}
            className="min-h-15! text-lg!"
            value={chosen}
            choices={agreements.map(({ id, supplier }) => ({ value: id, label: supplier.name }))}
            onChange={(event) => setChosen(event.target.value)}
          />
        )}
        <Digits id="day-code" label={t('farmer.dayCode')} value={code} onChange={setCode} />
        {counted && <Digits id="pieces" label={t('farmer.pieces')} value={pieces} onChange={setPieces} />}
        <BigButton type="submit" wide pending={record.pending} unavailable={!ready}>
          {t('farmer.recordWork')}
        </BigButton>
      </form>
    </section>
  );
}
