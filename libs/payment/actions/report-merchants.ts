import { applications } from '@xihuo/admission';
import { command, statement, type Log } from '@xihuo/platform';
import { applyMerchantClaims } from './apply-merchant-claims';
import { ensureMerchants } from './ensure-merchants';
import type { Till } from './start-payment';

/** The institution is asked about each, so the number bounds the time. */
const BATCH = 20;
const by = {
  actor: { kind: 'system', name: 'payment.reportMerchants' },
  requestId: 'payment.reportMerchants',
} as const;

const suppliersToReport = statement<{ supplier_id: string }>(
  'payment.suppliers_to_report',
  `select wanted.supplier_id
     from admission.merchant_wanted_v wanted
    where wanted.state in ('none', 'pending')
       or (wanted.reported_at <= platform.business_now() - interval '1 day'
           and exists (select from payment.merchant where provider = $2 and supplier_id = wanted.supplier_id))
    order by wanted.state in ('none', 'pending') desc, wanted.reported_at nulls first, wanted.supplier_id limit $1`,
);

const REPORTED = { open: 'active', pending: 'pending', restricted: 'rejected' } as const;

/**
 * Opens an account at the institution for whoever applies in earnest, and tells admission how it stands: only the supplier's own
 * account may receive what buyers pay, so the name is told as the institution holds it. One that it will not answer about is asked
 * about again next time; accounts that are open or closed are looked at again every day, since that may change.
 */
export async function reportMerchants(till: Till, log: Pick<Log, 'warn'>): Promise<number> {
  const suppliers = await till.database.read(suppliersToReport, [BATCH, till.providerName]);
  const answers = await Promise.allSettled(
    suppliers.map(async ({ supplier_id: supplierId }) => {
      const account = (await ensureMerchants(till, [supplierId], by)).get(supplierId)!;
      const { state, name: accountName } = await till.provider.merchantState(account);
      return { supplierId, accountName, account, told: state, state: REPORTED[state] };
    }),
  );
  for (const answer of answers) {
    if (answer.status === 'rejected')
      log.warn({ err: answer.reason as Error }, 'the institution did not answer about a merchant');
  }
  const reports = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
  if (reports.length === 0) return 0;
  await command(till.database, { name: 'payment.reportMerchants', ...by }, async (tx) => {
    for (const { supplierId, accountName, state } of reports)
      await applications.reportMerchantState(tx, { supplierId, accountName, state });
    const told = reports.map(({ account, told: state }) => ({ merchantRef: account, state, toldAt: null }));
    await applyMerchantClaims(tx, till.providerName, told);
  });
  return reports.length;
}
