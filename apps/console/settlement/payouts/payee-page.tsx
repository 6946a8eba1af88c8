import { usePages } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { useAccountColumns } from './account-rows';
import { ProposeAccount } from './propose-account';

/** Where one payee is paid and was before; finance names another account for whoever does not do it themselves. */
export function PayeePage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = usePages('GET /settlement/payee-accounts', { query: { payeeId: id } });
  const columns = useAccountColumns();
  const [last] = query.rows ?? [];
  const name = query.head?.payee?.name ?? '';
  const mayPropose = query.rows !== undefined && last?.state !== 'proposed';
  return (
    <Page
      title={t('menu.payeeAccounts')}
      lead={name}
      back={{ to: '/settlement/accounts', word: t('menu.payeeAccounts') }}
      actions={hasRole(useMe(), ['finance']) && mayPropose && <ProposeAccount key={name} payeeId={id} name={name} />}
    >
      <Listing
        id="payeeAccountsOf"
        query={query}
        caption={t('menu.payeeAccounts')}
        rowKey={(row) => row.id}
        empty={{ title: t('payeeAccounts.noneYet'), text: t('payeeAccounts.neverOne') }}
        columns={columns}
      />
    </Page>
  );
}
