import { Notice, TextLink, useApi } from '@xihuo/ui';
import { useT } from '../../words';
import { ProposeAccount } from './propose-account';

/** A supplier's clerk names its account with a second factor; whoever has none is led to where one is enrolled. */
export function ProposeOwn({ payeeId, name }: { payeeId: string; name: string }) {
  const t = useT();
  const factor = useApi('GET /me/second-factor', {});
  if (!factor.data) return null;
  if (factor.data.enrolledAt !== null) return <ProposeAccount payeeId={payeeId} name={name} />;
  return (
    <Notice tone="attention" title={t('payeeAccounts.factorFirst')}>
      <p>{t('payeeAccounts.factorFirstText')}</p>
      <TextLink to="/identity/second-factor" state={{ from: '/settlement/accounts' }}>
        {t('payeeAccounts.enrol')}
      </TextLink>
    </Notice>
  );
}
