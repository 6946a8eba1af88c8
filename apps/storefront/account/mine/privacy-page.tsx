import { Badge, Card, ErrorState, formatDateTime, TextLink, useLocale } from '@xihuo/ui';
import { Waiting } from '../../admission/reading';
import { NarrowPage, PageTitle } from '../../frame/page-title';
import { useT } from '../../words';
import { ForAccount } from '../for-account';
import { DeleteAccount } from './delete-account';
import { NewsSwitch } from './news-switch';
import { TakeData } from './take-data';
import { useConsents, type Consent } from './use-consents';

/** One line a time something was agreed to or taken back. */
function Said({ said }: { said: Consent }) {
  const t = useT();
  const locale = useLocale();
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 py-2">
      <span>
        {t(`consent.kind.${said.kind}`)}{' '}
        <span className="text-sm text-ink-faint">{t('consent.version', { version: said.version })}</span>
      </span>
      <span className="flex items-baseline gap-3 text-sm text-ink-faint">
        <Badge tone={said.given ? 'good' : 'neutral'}>{t(said.given ? 'consent.given' : 'consent.takenBack')}</Badge>
        {formatDateTime(said.at, locale)}
      </span>
    </li>
  );
}

function Consents() {
  const t = useT();
  const { query, rows } = useConsents();
  return (
    <Card title={t('consent.title')}>
      <p className="mb-4 text-ink-soft">{t('consent.text')}</p>
      <NewsSwitch />
      <p className="my-3">
        <TextLink to="/account/leads">{t('consent.leads')}</TextLink>
      </p>
      {rows ? (
        <ul className="divide-y divide-line border-t border-line">
          {rows.map((said) => (
            <Said key={`${said.kind} ${said.at} ${said.given}`} said={said} />
          ))}
        </ul>
      ) : query.error ? (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Waiting />
      )}
    </Card>
  );
}

/** What is kept of somebody, what they agreed to, the file of it all, and the end of the account. */
export function PrivacyCentrePage() {
  const t = useT();
  return (
    <NarrowPage>
      <PageTitle lead={t('consent.lead')}>{t('consent.centre')}</PageTitle>
      <div className="flex flex-col gap-4">
        <p className="flex flex-wrap gap-x-6">
          <TextLink to="/privacy">{t('nav.privacy')}</TextLink>
          <TextLink to="/terms">{t('nav.terms')}</TextLink>
        </p>
        <ForAccount lead={t('consent.signIn')}>
          <Consents />
          <TakeData />
          <DeleteAccount />
        </ForAccount>
      </div>
    </NarrowPage>
  );
}
