import { Button, formatMoney, Money, NumberStepper, Select, Table, type Column, type Output } from '@xihuo/ui';
import { Link } from 'react-router';
import { useT } from '../words';
import { faultNow, withQuantity, type Draft } from './list-lines';

export type Quote = Output<'POST /organisations/{id}/purchase-quotes'>;

interface ListTableProps {
  drafts: readonly Draft[];
  quote: Quote | undefined;
  onChange: (drafts: Draft[]) => void;
}

/** The lines as they were understood: each can be changed, chosen or taken out before anything is ordered. */
export function ListTable({ drafts, quote, onChange }: ListTableProps) {
  const t = useT();
  const set = (row: number, part: Partial<Draft>) =>
    onChange(drafts.map((draft) => (draft.row === row ? { ...draft, ...part } : draft)));
  const columns: Column<Draft>[] = [
    { id: 'goods', header: t('business.list.goods'), rowHeader: true, cell: (draft) => <Goods {...{ draft, set }} /> },
    {
      id: 'quantity',
      header: t('business.list.quantity'),
      cell: (draft) => (
        <NumberStepper
          size="small"
          label={`${t('business.list.quantity')} ${draft.pack?.productName ?? draft.text}`}
          value={draft.quantity}
          max={9999}
          onChange={(quantity) => set(draft.row, withQuantity(draft, quantity))}
        />
      ),
    },
    {
      id: 'price',
      header: t('business.list.unitPrice'),
      numeric: true,
      cell: (draft) => <Price {...{ draft, quote }} />,
    },
    {
      id: 'remove',
      header: '',
      cell: (draft) => (
        <Button
          look="quiet"
          size="small"
          aria-label={t('business.list.remove', { row: draft.row })}
          onClick={() => onChange(drafts.filter((one) => one !== draft))}
        >
          ×
        </Button>
      ),
    },
  ];
  return (
    <Table caption={t('business.list.lines')} columns={columns} rows={drafts} rowKey={(draft) => String(draft.row)} />
  );
}

function Goods({ draft, set }: { draft: Draft; set: (row: number, part: Partial<Draft>) => void }) {
  const t = useT();
  const fault = faultNow(draft);
  const { pack, candidates } = draft;
  return (
    <div className="flex flex-col gap-1">
      <span lang="zh-CN">
        {pack ? (
          <Link to={`/p/${pack.productSlug}`} className="underline-offset-2 hover:underline">
            {pack.productName}
          </Link>
        ) : (
          draft.text
        )}{' '}
        {pack && <span className="font-normal text-ink-faint">{pack.pack}</span>}
      </span>
      {pack && (
        <span className="text-sm font-normal text-ink-faint">
          <span lang="zh-CN">{pack.supplierName}</span> ·{' '}
          {t('business.list.rule', { minimum: pack.minimumPacks, step: pack.stepPacks })}
        </span>
      )}
      {fault && <span className="text-sm font-medium text-cinnabar">{t(`business.fault.${fault}`)}</span>}
      {!pack && candidates.length > 0 && (
        <Select
          labelHidden
          label={t('business.list.choose')}
          placeholder={t('business.list.choose')}
          value=""
          choices={candidates.map((one) => ({
            value: one.skuId,
            label: `${one.productName} ${one.pack}（${one.supplierName}）`,
          }))}
          onChange={(event) => {
            const chosen = candidates.find((one) => one.skuId === event.target.value);
            if (chosen) set(draft.row, { pack: chosen, fault: null });
          }}
        />
      )}
    </div>
  );
}

function Price({ draft, quote }: { draft: Draft; quote: Quote | undefined }) {
  const t = useT();
  const line = quote?.lines.find((one) => one.skuId === draft.pack?.skuId);
  const price = line?.unitPrice ?? draft.pack?.unitPrice;
  if (!price || !draft.pack) return null;
  const isLower = BigInt(price.amount) < BigInt(draft.pack.retailPrice.amount);
  return (
    <span className="flex flex-col sm:items-end">
      <Money value={price} />
      {isLower && (
        <span className="text-xs whitespace-nowrap text-ink-faint">
          {t('business.list.retail', { price: formatMoney(draft.pack.retailPrice) })}
        </span>
      )}
    </span>
  );
}
