import { Sheet } from '../../admission/watching/frame';
import { Page } from '../../frame/page';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { MarkOwnAccount, OwnAccount } from './own-account';
import { EnterPlacement, Placements } from './placements';

/** What the law wants said of an offer: 广告 where a place was paid for, 自营 where the platform sells itself. */
export function LabelsPage() {
  const t = useT();
  const keeps = hasRole(useMe(), ['operator']);
  return (
    <Page title={t('menu.labels')} lead={t('labels.lead')}>
      <Sheet
        main={
          <>
            <Placements />
            <OwnAccount />
          </>
        }
        side={
          keeps && (
            <>
              <EnterPlacement />
              <MarkOwnAccount />
            </>
          )
        }
      />
    </Page>
  );
}
