import { Card, Facts, usePages } from '@xihuo/ui';
import { useOwnSuppliers } from '../../benefit/parts';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { useView, Views } from '../../frame/views';
import { Moment } from '../../frame/when';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { AccountState, Decide, useAccountColumns } from './account-rows';
import { AccountTail } from './parts';
import { ProposeOwn } from './propose-own';

/** What waits for a second person and what is still held; or what waits alone, as the desk counts it. */
function Waiting() {
  const t = useT();
  const columns = useAccountColumns();
  const state = useView('state', ['proposed']);
  const query = usePages('GET /settlement/payee-accounts', { query: state ? { state } : {} });
  return (
    <>
      <Views
        name="state"
        label={t('menu.payeeAccounts')}
        views={[
          { value: '', word: t('list.all') },
          { value: 'proposed', word: t('payeeAccount.proposed') },
        ]}
      />
      <Listing
        id="payeeAccounts"
        query={query}
        caption={t('menu.payeeAccounts')}
        rowKey={(row) => row.id}
        empty={{ title: t('payeeAccounts.none'), text: t('payeeAccounts.noneText') }}
        columns={columns}
      />
    </>
  );
}

/** Of one supplier its own people act for. */
function Own({ id, name }: { id: string; name: string }) {
  const t = useT();
  const query = usePages('GET /settlement/payee-accounts', { query: { payeeId: id } });
  const [last] = query.rows ?? [];
  return (
    <Card title={name}>
      <p className="mb-3 text-ink-soft">{t('payeeAccounts.ownText')}</p>
      {last ? (
        <Facts
          facts={[
            { term: t('payouts.account'), detail: <AccountTail {...last} /> },
            { term: t('list.state'), detail: <AccountState state={last.state} /> },
            { term: t('payeeAccounts.heldUntil'), detail: <Moment value={last.heldUntil} /> },
          ]}
        />
      ) : (
        <p>{t('payeeAccounts.neverOne')}</p>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        {query.rows && last?.state !== 'proposed' && <ProposeOwn payeeId={id} name={name} />}
        {last && <Decide account={last} />}
      </div>
    </Card>
  );
}

/** Where payees are paid: what waits for a second person, for finance; the own account, for a supplier. */
export function AccountsPage() {
  const t = useT();
  const own = useOwnSuppliers();
  const isFinance = hasRole(useMe(), ['finance']);
  return (
    <Page title={t('menu.payeeAccounts')} lead={t('payeeAccounts.lead')}>
      {isFinance && <Waiting />}
      <div className="grid gap-6 lg:grid-cols-2">
        {own.map(({ id, name }) => (
          <Own key={id} id={id} name={name ?? t('payeeAccounts.own')} />
        ))}
      </div>
    </Page>
  );
}
