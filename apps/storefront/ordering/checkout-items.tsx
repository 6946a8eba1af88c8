import { Card, Money, TextField } from '@xihuo/ui';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';
import { bySupplier, total, type CheckedItem, type ServerCart, type SupplierGroup } from './cart';
import { keptPayer, payerFaults } from './invoice-payer';
import type { Remarks } from './order-body';
import { PayerFields } from './payer-fields';
import { GroupSums } from './sums';

/** What is bought, seller by seller, with what is asked of each. */
export function Items({
  items,
  view,
  remarks,
  onRemark,
}: {
  items: readonly CheckedItem[];
  view: ServerCart | null;
  remarks: Remarks;
  onRemark: (supplierId: string, words: string) => void;
}) {
  const t = useT();
  const name = useName();
  return (
    <Card title={t('checkout.items')}>
      <div className="flex flex-col gap-5">
        {bySupplier(items).map((group) => (
          <section key={group.supplier.id} aria-label={group.supplier.name}>
            <h3 lang="zh-CN" className="border-b border-line pb-1 font-medium">
              {group.supplier.name}
            </h3>
            <ul>
              {group.items.map((item) => (
                <li key={item.skuId} className="flex flex-wrap justify-between gap-x-4 py-2">
                  <span>
                    {name(item.name)} <span className="whitespace-nowrap text-ink-faint">{item.pack}</span>
                  </span>
                  <span className="numeric ms-auto">
                    <Money value={item.price} /> × {item.quantity}
                  </span>
                </li>
              ))}
            </ul>
            <TextField
              optional
              maxLength={200}
              label={t('checkout.remark')}
              value={remarks[group.supplier.id] ?? ''}
              onChange={(event) => onRemark(group.supplier.id, event.target.value)}
            />
            <PartSums group={group} view={view} />
          </section>
        ))}
      </div>
    </Card>
  );
}

function PartSums({ group, view }: { group: SupplierGroup; view: ServerCart | null }) {
  const t = useT();
  const priced = view?.groups.find(({ supplier }) => supplier.id === group.supplier.id);
  return (
    <>
      {priced && <GroupSums group={priced} region={view?.region ?? null} />}
      <p className="text-end text-sm text-ink-faint">
        {t('cart.subtotal')} <Money value={priced?.amount ?? total(group.items)} />
      </p>
    </>
  );
}

/** Whether an invoice is wanted, and as whom; it is asked for with the order. */
export function InvoiceWish({ isTried }: { isTried: boolean }) {
  const t = useT();
  const payer = keptPayer.use();
  return (
    <Card title={t('ownInvoice.of')}>
      <PayerFields draft={payer} faults={isTried ? payerFaults(payer) : []} kinds={['none', 'person', 'company']} />
    </Card>
  );
}
