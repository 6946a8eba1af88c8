import { Button, LinkButton, type RouteKey } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import { may, type Act, type Review } from './case';
import { CreditDialog, InspectDialog } from './evidence-dialogs';
import { CorrectDialog, LevelCheckDialog, RejectDialog } from './send-back-dialogs';
import { SignDialog } from './sign-dialog';

type Opened = Exclude<Act, 'claim' | 'decide'> | 'inspect' | 'credit';

/** What each of the boxes sends. */
const ROUTES: Record<Opened, RouteKey> = {
  signAgriculture: 'POST /admission/applications/{id}/recommend',
  signRevitalisation: 'POST /admission/applications/{id}/recommend',
  checkCity: 'POST /admission/applications/{id}/check',
  checkProvince: 'POST /admission/applications/{id}/check',
  requestCorrections: 'POST /admission/applications/{id}/request-corrections',
  reject: 'POST /admission/applications/{id}/reject',
  inspect: 'POST /admission/applications/{id}/inspections',
  credit: 'POST /admission/applications/{id}/credit',
};

const AT_STEP = ['signAgriculture', 'signRevitalisation', 'checkCity', 'checkProvince'] as const;
const SENDING_BACK = ['requestCorrections', 'reject'] as const;
/** While it is looked at, whoever has a hand in it may send somebody there or ask the registers. */
const OPEN_STATES: readonly Review['state'][] = [
  'submitted',
  'countyRecommended',
  'cityChecked',
  'provinceChecked',
  'underReview',
];

/** Why a step that would be the reader's is not free: the others are nobody's business here. */
function Refusals({ review }: { review: Review }) {
  const t = useT();
  const silent = ['NOT_YOUR_PART', 'NOT_AT_THIS_STEP', 'NOT_CLAIMED'];
  const told = review.actions.filter(({ why }) => why !== null && !silent.includes(why));
  const whys = [...new Set(told.map(({ why }) => why!))];
  return whys.map((why) => (
    <p key={why} className="text-sm text-ink-soft">
      {t(`review.refusal.${why}`)}
    </p>
  ));
}

function Box({ review, opened, onClose }: { review: Review; opened: Opened; onClose: () => void }) {
  switch (opened) {
    case 'signAgriculture':
      return <SignDialog review={review} department="agriculture" onClose={onClose} />;
    case 'signRevitalisation':
      return <SignDialog review={review} department="revitalisation" onClose={onClose} />;
    case 'checkCity':
      return <LevelCheckDialog review={review} level="city" onClose={onClose} />;
    case 'checkProvince':
      return <LevelCheckDialog review={review} level="province" onClose={onClose} />;
    case 'requestCorrections':
      return <CorrectDialog review={review} onClose={onClose} />;
    case 'reject':
      return <RejectDialog review={review} onClose={onClose} />;
    case 'inspect':
      return <InspectDialog applicationId={review.applicationId} onClose={onClose} />;
    case 'credit':
      return <CreditDialog applicationId={review.applicationId} supplierId={review.supplierId} onClose={onClose} />;
  }
}

/** What the reader may do now, each with its own box; what is refused says why. */
export function CaseActs({ review }: { review: Review }) {
  const t = useT();
  const [opened, setOpened] = useState<Opened | null>(null);
  const reviews = may(review, 'claim') || may(review, 'decide');
  const looks = OPEN_STATES.includes(review.state) && review.mayAddFacts;
  const steps = AT_STEP.filter((act) => may(review, act));
  const back = SENDING_BACK.filter((act) => may(review, act));
  return (
    <div className="flex flex-col gap-2">
      {steps.map((act) => (
        <Button key={act} data-act={ROUTES[act]} onClick={() => setOpened(act)}>
          {t(`review.act.${act}`)}
        </Button>
      ))}
      {reviews && (
        <LinkButton to={`/admission/applications/${review.applicationId}/desk`}>
          {t(may(review, 'decide') ? 'review.deskOn' : 'review.desk')}
        </LinkButton>
      )}
      {looks &&
        (['inspect', 'credit'] as const).map((act) => (
          <Button key={act} data-act={ROUTES[act]} look="secondary" onClick={() => setOpened(act)}>
            {t(`review.act.${act}`)}
          </Button>
        ))}
      {back.map((act) => (
        <Button
          key={act}
          data-act={ROUTES[act]}
          look={act === 'reject' ? 'danger' : 'secondary'}
          onClick={() => setOpened(act)}
        >
          {t(`review.act.${act}`)}
        </Button>
      ))}
      {steps.length === 0 && !reviews && back.length === 0 && !looks && (
        <p className="text-ink-soft">{t('review.noActs')}</p>
      )}
      <Refusals review={review} />
      {opened && <Box review={review} opened={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}
