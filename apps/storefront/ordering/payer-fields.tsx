import { Select, TextField } from '@xihuo/ui';
import { useT } from '../words';
import { keptPayer, payerFaultWords, payerFieldId, type PayerDraft, type PayerField } from './invoice-payer';

interface PayerFieldsProps {
  draft: PayerDraft;
  faults: readonly PayerField[];
  kinds: readonly PayerDraft['kind'][];
}

/** As whom the invoice is made out; what is typed is remembered for the next order. */
export function PayerFields({ draft, faults, kinds }: PayerFieldsProps) {
  const t = useT();
  const change = (part: Partial<PayerDraft>) => keptPayer.set({ ...draft, ...part });
  const wiring = (field: PayerField) => ({
    id: payerFieldId(field),
    error: faults.includes(field) ? t(payerFaultWords[field]) : null,
  });
  const choose = (kind: string) => {
    const chosen = kinds.find((one) => one === kind) ?? 'none';
    change({ kind: chosen, ...(chosen === 'person' && draft.title === '' && { title: t('ownInvoice.person') }) });
  };
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        label={t('ownInvoice.kind')}
        value={draft.kind}
        choices={kinds.map((value) => ({ value, label: t(`ownInvoice.kind.${value}`) }))}
        onChange={(event) => choose(event.target.value)}
      />
      {draft.kind !== 'none' && (
        <TextField
          {...wiring('title')}
          label={t('ownInvoice.title')}
          maxLength={100}
          value={draft.title}
          onChange={(event) => change({ title: event.target.value })}
        />
      )}
      {draft.kind === 'company' && (
        <TextField
          {...wiring('taxpayerNumber')}
          label={t('ownInvoice.number')}
          maxLength={18}
          value={draft.taxpayerNumber}
          onChange={(event) => change({ taxpayerNumber: event.target.value.trim().toUpperCase() })}
        />
      )}
    </div>
  );
}
