import {
  Button,
  Card,
  Checkbox,
  forgetIdempotencyKey,
  formatDate,
  idempotencyKey,
  Money,
  Notice,
  Select,
  TextField,
  toast,
  useLocale,
  useProblemText,
  useSend,
  type Output,
} from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../words';
import type { Payer } from './invoice-parts';

type BySupplier = Output<'GET /organisations/{id}/invoiceable/{month}'>['data'][number];

const KINDS = ['ordinary', 'special'] as const;
/** Beside title and number; the special invoice names them all. */
const BANK = ['address', 'phone', 'bankName', 'bankAccount'] as const;

interface PayerFieldsProps {
  payer: Payer;
  set: (payer: Payer) => void;
  isTried: boolean;
}

function PayerFields({ payer, set, isTried }: PayerFieldsProps) {
  const t = useT();
  const isSpecial = payer.kind === 'special';
  const missing = (field: keyof Payer) => (isTried && payer[field].trim() === '' ? t('business.invoice.fillIn') : null);
  return (
    <>
      <Select
        label={t('business.invoice.kind')}
        value={payer.kind}
        choices={KINDS.map((value) => ({ value, label: t(`business.invoice.kind.${value}`) }))}
        onChange={(event) => set({ ...payer, kind: event.target.value === 'special' ? 'special' : 'ordinary' })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('business.invoice.payerTitle')}
          maxLength={100}
          value={payer.title}
          error={missing('title')}
          onChange={(event) => set({ ...payer, title: event.target.value })}
        />
        <TextField
          label={t('business.invoice.taxpayerNumber')}
          maxLength={18}
          value={payer.taxpayerNumber}
          error={missing('taxpayerNumber')}
          onChange={(event) => set({ ...payer, taxpayerNumber: event.target.value.trim().toUpperCase() })}
        />
        {isSpecial &&
          BANK.map((field) => (
            <TextField
              key={field}
              label={t(`business.invoice.${field}`)}
              maxLength={field === 'bankAccount' || field === 'phone' ? 40 : 100}
              value={payer[field]}
              error={missing(field)}
              onChange={(event) => set({ ...payer, [field]: event.target.value })}
            />
          ))}
      </div>
    </>
  );
}

interface AskInvoiceProps {
  organisationId: string;
  month: string;
  one: BySupplier;
  firstPayer: Payer;
  reload: () => void;
}

/** What is left to invoice of one supplier, part by part, and to whom it is made out. */
export function AskInvoice({ organisationId, month, one, firstPayer, reload }: AskInvoiceProps) {
  const t = useT();
  const locale = useLocale();
  const problemText = useProblemText();
  const [out, setOut] = useState<readonly string[]>([]);
  const [payer, setPayer] = useState(firstPayer);
  const [isTried, setTried] = useState(false);
  const scope = `invoice.${organisationId}.${month}.${one.supplier.id}`;
  const send = useSend('POST /organisations/{id}/invoice-requests', {
    onSuccess: () => {
      forgetIdempotencyKey(scope);
      toast(t('business.invoice.asked'));
      reload();
    },
  });
  const parts = one.parts.filter((part) => !out.includes(part.supplierOrderId));
  const sum = parts.reduce((total, part) => total + BigInt(part.amount.amount), 0n);
  const amount = { amount: String(sum), currency: 'CNY' as const };
  const named = payer.kind === 'special' ? BANK : [];
  const isWhole = (['title', 'taxpayerNumber', ...named] as const).every((field) => payer[field].trim() !== '');
  const submit = () => {
    setTried(true);
    if (!isWhole || parts.length === 0) return;
    const supplierOrderIds = parts.map((part) => part.supplierOrderId);
    const body = { month, ...payer, supplierOrderIds, amount };
    send.mutate({ params: { id: organisationId }, body, idempotencyKey: idempotencyKey(scope, body) });
  };
  return (
    <Card title={<span lang="zh-CN">{one.supplier.name}</span>} aside={<Money value={amount} />} level={3}>
      <div className="flex flex-col gap-4">
        <fieldset>
          <legend className="pb-1 text-sm text-ink-soft">{t('business.invoice.parts')}</legend>
          {one.parts.map((part) => (
            <Checkbox
              key={part.supplierOrderId}
              checked={!out.includes(part.supplierOrderId)}
              onChange={(event) =>
                setOut(
                  event.target.checked
                    ? out.filter((id) => id !== part.supplierOrderId)
                    : [...out, part.supplierOrderId],
                )
              }
            >
              <span className="numeric">{part.purchaseNumber}</span> · {formatDate(part.acceptedOn, locale)} ·{' '}
              <Money value={part.amount} />
            </Checkbox>
          ))}
        </fieldset>
        <PayerFields payer={payer} set={setPayer} isTried={isTried} />
        {send.error && (
          <Notice tone="bad" urgent title={problemText(send.error)}>
            {[...new Set(send.error.errors.map(({ message }) => message))].join('；')}
          </Notice>
        )}
        <Button className="self-start max-sm:w-full" pending={send.isPending} onClick={submit}>
          {t('business.invoice.ask')}
        </Button>
      </div>
    </Card>
  );
}
