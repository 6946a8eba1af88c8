import { useQueryClient } from '@tanstack/react-query';
import { Button, Checkbox, Money, Select, TextField, toast, useApi, useProblemText, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { useSay, useToday } from '../admission/watching/today';
import { ActDialog } from '../frame/act-dialog';
import { useT } from '../words';
import { FEN, scaled } from './figures';
import { usePaper } from './paper';
import { newId, type Dues, type OutsidePayment } from './parts';

const METHODS: readonly OutsidePayment['method'][] = ['cash', 'bank', 'wallet', 'goods'];

/** Whom the supplier paid: a household, or a village collective. */
interface Payee {
  supplierId: string;
  householdId?: string;
  collectiveId?: string;
  name: string;
  open: Dues['open'];
}

/** What is still open of a payee, line by line. */
function useOpenLines({ supplierId, householdId = '', collectiveId = '' }: Payee) {
  const [open, limit] = ['true', 50] as const;
  const household = useApi(
    'GET /benefit/households/{id}/obligations',
    { params: { id: householdId }, query: { open, limit } },
    { enabled: householdId !== '' },
  );
  const collective = useApi(
    'GET /benefit/collectives/{id}/obligations',
    { params: { id: collectiveId }, query: { supplier: supplierId, open, limit } },
    { enabled: collectiveId !== '' },
  );
  return household.data ?? collective.data;
}

/** Which debts it is for; nothing ticked leaves it to the rule: wages first, then the oldest. */
function Debts({ payee, ticked, tick }: { payee: Payee; ticked: readonly string[]; tick: (id: string) => void }) {
  const t = useT();
  const say = useSay();
  const lines = useOpenLines(payee);
  if (!lines || lines.data.length === 0) return null;
  return (
    <details className="rounded-md border border-line px-4">
      <summary className="flex min-h-target items-center font-medium">{t('outside.debts')}</summary>
      <p className="text-sm text-ink-faint">{t('outside.debtsHint')}</p>
      <ul className="max-h-60 overflow-y-auto pb-2">
        {lines.data.map((line) => (
          <li key={line.id}>
            <Checkbox
              checked={ticked.includes(line.id)}
              onChange={() => tick(line.id)}
              hint={
                <>
                  {t('dues.open')} <Money value={line.amounts.open} />
                </>
              }
            >
              {say(line.why)}
            </Checkbox>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface Typed {
  yuan: string;
  method: OutsidePayment['method'] | '';
  day: string;
}

interface FieldsProps {
  typed: Typed;
  change: (some: Partial<Typed>) => void;
  tried: boolean;
  payee: Payee;
  /** The server's sentence about the amount. */
  tooLarge: string | null;
}

function Fields({ typed, change, tried, payee, tooLarge }: FieldsProps) {
  const t = useT();
  const today = useToday();
  return (
    <>
      <TextField
        label={t('outside.amount')}
        hint={
          <>
            {t('outside.stillOpen')} <Money value={payee.open} />
          </>
        }
        inputMode="decimal"
        autoComplete="off"
        className="numeric"
        maxLength={16}
        value={typed.yuan}
        error={tooLarge ?? (tried && !scaled(typed.yuan, FEN) ? t('term.fault.figure') : null)}
        onChange={(event) => change({ yuan: event.target.value })}
      />
      <Select
        label={t('outside.how')}
        value={typed.method}
        choices={METHODS.map((value) => ({ value, label: t(`outside.method.${value}`) }))}
        error={tried && typed.method === '' ? t('act.missing') : null}
        onChange={(event) => change({ method: event.target.value as Typed['method'] })}
      />
      <TextField
        type="date"
        label={t('outside.paidOn')}
        max={today}
        value={typed.day}
        error={tried && typed.day === '' ? t('act.missing') : null}
        onChange={(event) => change({ day: event.target.value })}
      />
    </>
  );
}

function RecordDialog({ payee, onClose }: { payee: Payee; onClose: () => void }) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [id] = useState(newId);
  const [typed, setTyped] = useState<Typed>({ yuan: '', method: '', day: '' });
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [tried, setTried] = useState(false);
  const { supplierId, householdId, collectiveId } = payee;
  const whom = householdId === undefined ? { collectiveId } : { householdId };
  const paper = usePaper({
    ...{
      supplierId,
      ...(householdId === undefined ? {} : { householdId }),
      label: t('outside.receipt'),
      hint: t('outside.receiptHint'),
    },
    error: tried ? t('paperProof.missing') : null,
  });
  const send = useSend('POST /benefit/outside-payments', {
    onSuccess: () => {
      toast(t('outside.recordedDone', { household: payee.name }));
      onClose();
    },
    onSettled: () => void queries.invalidateQueries(),
  });
  const submit = () => {
    setTried(true);
    const fen = scaled(typed.yuan, FEN);
    const { method, day } = typed;
    if (!fen || method === '' || day === '' || paper.id === null) return;
    const chosen = ticked.length > 0 ? { obligationIds: [...ticked] } : {};
    const amount = { amount: String(fen), currency: 'CNY' as const };
    send.mutate({ body: { id, supplierId, ...whom, amount, method, paidOn: day, paperId: paper.id, ...chosen } });
  };
  const tick = (line: string) =>
    setTicked(ticked.includes(line) ? ticked.filter((one) => one !== line) : [...ticked, line]);
  const tooLarge = send.error?.code === 'OUTSIDE_PAYMENT_TOO_LARGE' ? problemText(send.error) : null;
  return (
    <ActDialog
      title={t('outside.record')}
      submit={t('outside.submit')}
      text={t('outside.recordLead', { household: payee.name })}
      pending={send.isPending}
      problem={tooLarge ? null : send.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Fields {...{ typed, tried, payee, tooLarge }} change={(some) => setTyped((now) => ({ ...now, ...some }))} />
      {paper.picker}
      <Debts payee={payee} ticked={ticked} tick={tick} />
    </ActDialog>
  );
}

/** The supplier paid a household or a collective by itself; the debt is less only once that says so. */
export function RecordOutside({ payee }: { payee: Payee }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button data-act="POST /benefit/outside-payments" onClick={() => setOpen(true)}>
        {t('outside.record')}
      </Button>
      {open && <RecordDialog payee={payee} onClose={() => setOpen(false)} />}
    </>
  );
}
