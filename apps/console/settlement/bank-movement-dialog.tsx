import { Select, TextField, type ApiProblem } from '@xihuo/ui';
import { useState, type ReactNode } from 'react';
import { fenOf } from '../catalogue/yuan';
import { ActDialog } from '../frame/act-dialog';
import { useT } from '../words';

export interface BankMovement {
  funder: string;
  amount: { amount: string; currency: 'CNY' };
  bankReference: string;
}

interface Props {
  title: string;
  /** Funders to choose from: id to name. */
  funders: ReadonlyMap<string, string>;
  pending: boolean;
  problem: ApiProblem | null;
  onSubmit: (movement: BankMovement) => void;
  onClose: () => void;
  /** Of the funder that was chosen. */
  hintOf?: (funder: string) => ReactNode;
}

/** Money between the institution and a funder, as the bank's paper shows it: each of two people writes it down. */
export function BankMovementDialog({ title, funders, pending, problem, onSubmit, onClose, hintOf }: Props) {
  const t = useT();
  const [funder, setFunder] = useState(funders.size === 1 ? [...funders.keys()][0]! : '');
  const [yuan, setYuan] = useState('');
  const [bankReference, setReference] = useState('');
  const [tried, setTried] = useState(false);
  const fen = fenOf(yuan);
  const missing = (is: boolean) => (tried && is ? t('act.missing') : null);
  const submit = () => {
    setTried(true);
    if (fen === null || funder === '' || bankReference.trim() === '') return;
    onSubmit({ funder, amount: { amount: fen, currency: 'CNY' }, bankReference: bankReference.trim() });
  };
  return (
    <ActDialog
      title={title}
      submit={t('subsidies.save')}
      pending={pending}
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="text-ink-soft">{t('subsidies.byTwo')}</p>
      <Select
        label={t('subsidies.funder')}
        value={funder}
        choices={[...funders].map(([value, label]) => ({ value, label }))}
        error={missing(funder === '')}
        onChange={(event) => setFunder(event.target.value)}
      />
      {funder !== '' && hintOf?.(funder)}
      <TextField
        label={t('transfers.amountYuan')}
        inputMode="decimal"
        value={yuan}
        error={missing(fen === null)}
        onChange={(event) => setYuan(event.target.value)}
      />
      <TextField
        label={t('transfers.reference')}
        maxLength={64}
        value={bankReference}
        error={missing(bankReference.trim() === '')}
        onChange={(event) => setReference(event.target.value)}
      />
    </ActDialog>
  );
}
