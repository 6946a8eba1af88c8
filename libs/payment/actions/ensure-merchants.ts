import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { command, statement, type Actor } from '@xihuo/platform';
import { ProviderError } from '../provider/provider-error';
import { MERCHANT_STATES } from '../rules/merchant-states';
import { findMerchants, keepMerchants } from '../store/payment.sql';
import type { Till } from './start-payment';

const suppliersToOpen = statement<{ id: string; name_zh: string; uscc: string | null }>(
  'payment.suppliers_to_open',
  'select id, name_zh, uscc from registry.organisation_v where id = any ($1::uuid[]) order by id',
);

/** The sub-merchant of each supplier at the institution, opened where there is none yet; a repeat opens none twice. */
export async function ensureMerchants(
  till: Till,
  supplierIds: readonly string[],
  by: { actor: Actor; requestId: string },
): Promise<Map<string, string>> {
  const known = await till.database.read(findMerchants, [till.providerName, supplierIds]);
  const refs = new Map(known.map((row) => [row.supplier_id, row.provider_account]));
  const missing = supplierIds.filter((id) => !refs.has(id));
  if (missing.length === 0) return refs;
  const suppliers = await till.database.read(suppliersToOpen, [missing]);
  must(suppliers.length === missing.length, 'every leg has a supplier');
  const opened = await Promise.all(
    suppliers.map(async (supplier) => ({
      supplierId: supplier.id,
      merchant: await till.provider.openMerchant({
        merchantId: supplier.id,
        name: supplier.name_zh,
        uscc: supplier.uscc ?? '',
        idempotencyKey: `merchant:${supplier.id}`,
      }),
    })),
  ).catch((error: unknown) => {
    throw error instanceof ProviderError && error.failure === 'unknown' ? fail('PAYMENT_PROVIDER_UNKNOWN') : error;
  });
  await command(till.database, { name: 'payment.keepMerchants', ...by }, (tx) =>
    tx.sql(keepMerchants, [
      till.providerName,
      opened.map((item) => item.supplierId),
      opened.map((item) => item.merchant.merchantRef),
      opened.map((item) => MERCHANT_STATES[item.merchant.state]),
      tx.now,
    ]),
  );
  for (const item of opened) refs.set(item.supplierId, item.merchant.merchantRef);
  return refs;
}
