import { Card, LanguageSwitch, TextLink, toast, useProblemText, useSend } from '@xihuo/ui';
import { useElder } from '../../frame/elder';
import { NarrowPage, PageTitle } from '../../frame/page-title';
import { Switch } from '../../frame/switch';
import { useT } from '../../words';
import { ForAccount } from '../for-account';
import { Places } from '../places';

/** Larger type, here at once and with the account on every other device from the next sign-in on. */
function ElderSetting() {
  const t = useT();
  const problemText = useProblemText();
  const { on, turn } = useElder();
  const prefer = useSend('PUT /me/preferences', { onError: (problem) => toast(problemText(problem), 'bad') });
  return (
    <Switch
      on={on}
      pending={prefer.isPending}
      label={t('elder.name')}
      hint={t('ownSettings.elderText')}
      onTurn={(elder) => {
        turn(elder);
        prefer.mutate({ body: { elder } });
      }}
    />
  );
}

/** How this account wants the shop, and where it is signed in. */
export function AccountSettingsPage() {
  const t = useT();
  return (
    <NarrowPage>
      <PageTitle>{t('ownSettings.title')}</PageTitle>
      <ForAccount lead={t('ownSettings.signIn')}>
        <div className="flex flex-col gap-4">
          <Card title={t('ownSettings.reading')}>
            <div className="flex flex-col gap-4">
              <ElderSetting />
              <p className="flex items-center justify-between gap-4">
                <span className="font-medium">{t('ownSettings.language')}</span>
                <LanguageSwitch />
              </p>
            </div>
          </Card>
          <Places />
          <Card title={t('consent.centre')}>
            <TextLink to="/account/privacy">{t('ownSettings.privacy')}</TextLink>
          </Card>
        </div>
      </ForAccount>
    </NarrowPage>
  );
}
