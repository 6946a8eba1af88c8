import { Button, Card, LinkButton, Notice, useApi, useLocale, useProblemText } from '@xihuo/ui';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ReasonAct } from '../../frame/act-dialog';
import { useKeys } from '../../frame/keys/keys';
import { Page } from '../../frame/page';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { may, useReview, useStep, type File, type Review } from './case';
import { CasePapers } from './case-papers';
import { ChecklistView } from './checklist-view';
import { CreditCard, InspectionsCard } from './checks-view';
import { Declare } from './declare';
import { CreditDialog, InspectDialog } from './evidence-dialogs';
import { AddFact, ClaimAgain, Verdicts, type Opened } from './desk-verdicts';
import { CorrectDialog } from './send-back-dialogs';
import { holdsBack, mayBeOver, minutesLeft } from './ticks';
import { useChecklist, useTakenBack } from './use-checklist';
import { VerdictDialog } from './verdict-dialog';

const AGAIN_MS = 15_000;

/** The minutes of the claim, by this device's clock, counted anew every quarter of a minute. */
function useMinutesLeft(until: string): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), AGAIN_MS);
    return () => clearInterval(timer);
  }, []);
  return minutesLeft(until, now);
}

function Boxes({ review, opened, onClose }: { review: Review; opened: Opened | null; onClose: () => void }) {
  const t = useT();
  const navigate = useNavigate();
  const id = review.applicationId;
  const leave = () => void navigate('/admission/queue');
  const release = useStep('POST /admission/applications/{id}/release', { done: t('desk.released'), onDone: leave });
  switch (opened) {
    case null:
      return null;
    case 'approve':
    case 'reject':
      return <VerdictDialog review={review} verdict={opened} onClose={onClose} onDone={leave} />;
    case 'corrections':
      return <CorrectDialog review={review} onClose={onClose} />;
    case 'inspect':
      return <InspectDialog applicationId={id} onClose={onClose} />;
    case 'credit':
      return <CreditDialog applicationId={id} supplierId={review.supplierId} onClose={onClose} />;
    case 'release':
      return (
        <ReasonAct
          title={t('desk.release')}
          submit={t('desk.release')}
          text={t('desk.releaseText')}
          label={t('desk.releaseReason')}
          pending={release.isPending}
          problem={release.error}
          onSubmit={(reason) => release.mutate({ params: { id }, body: { reason } })}
          onClose={onClose}
        />
      );
  }
}

function Desk({ review, file, own }: { review: Review; file: File; own: Review['reviews'][number] }) {
  const t = useT();
  const list = useTakenBack(useChecklist(review.applicationId, own));
  const left = useMinutesLeft(list.claimedUntil);
  const [opened, setOpened] = useState<Opened | null>(null);
  const done = review.checklist.filter(({ criterion }) => list.ticks[criterion]).length;
  const heldBy = holdsBack(review.checklist, list.ticks, list.waiting);
  const over = mayBeOver(left, list.problem?.code);
  useDeskKeys({ list, heldBy, open: setOpened });
  const others = review.reviews.filter(
    (one) => one.round === review.round && !one.mine && one.state === 'decided',
  ).length;
  const add = (what: 'inspect' | 'credit') => <AddFact what={what} onOpen={setOpened} />;
  return (
    <>
      {others > 0 && <Notice title={t('desk.first', { count: others })} />}
      <div className="mt-5 grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_30rem]">
        <section aria-label={t('desk.papers')} className="min-w-0 xl:sticky xl:top-4">
          <CasePapers file={file} />
        </section>
        <div className="flex min-w-0 flex-col gap-5">
          <Card title={t('desk.checklist')}>
            <ChecklistView review={review} list={list} />
          </Card>
          <CreditCard review={review} action={add('credit')} />
          <InspectionsCard review={review} action={add('inspect')} />
        </div>
      </div>
      <div className="sticky bottom-0 z-30 mt-6 -mx-4 flex flex-wrap items-center gap-x-5 gap-y-2 border-t border-line-strong bg-surface px-4 py-3 sm:-mx-8 sm:px-8">
        <p className="numeric font-medium">{t('desk.ticked', { done, all: review.checklist.length })}</p>
        {heldBy === 'unfinished' && <Unfinished />}
        <SaveState list={list} />
        <p
          className={left > 5 ? 'text-sm text-ink-soft' : 'text-sm font-medium text-cinnabar'}
          title={t('desk.leftText')}
        >
          {over ? t('desk.expired') : t('desk.left', { count: left })}
        </p>
        <div className="ms-auto flex flex-wrap gap-2">
          {over && <ClaimAgain applicationId={review.applicationId} onDone={list.again} />}
          <Verdicts heldBy={heldBy} onOpen={setOpened} />
        </div>
      </div>
      <Boxes review={review} opened={opened} onClose={() => setOpened(null)} />
    </>
  );
}

interface DeskKeys {
  list: ReturnType<typeof useTakenBack>;
  heldBy: ReturnType<typeof holdsBack>;
  open: (what: Opened) => void;
}

/** A, R and E as the buttons below; Z takes back the last other choice of the checklist. */
function useDeskKeys({ list, heldBy, open }: DeskKeys) {
  const t = useT();
  const verdicts = [
    ...(heldBy === null ? [{ key: 'a', word: t('desk.approve'), press: () => open('approve') }] : []),
    { key: 'r', word: t('desk.reject'), press: () => open('reject') },
    { key: 'e', word: t('review.act.requestCorrections'), press: () => open('corrections') },
  ];
  useKeys([...verdicts, ...(list.takeBack ? [{ key: 'z', word: t('desk.takeBack'), press: list.takeBack }] : [])]);
}

/** Why nobody approves yet. */
function Unfinished() {
  const t = useT();
  return (
    <p id="desk-unfinished" className="text-sm text-ink-soft">
      {t('desk.unfinished')}
    </p>
  );
}

function SaveState({ list }: { list: ReturnType<typeof useChecklist> }) {
  const t = useT();
  const locale = useLocale();
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', hourCycle: 'h23', timeZone: 'Asia/Shanghai' });
  const word = list.saving
    ? t('desk.saving')
    : list.waiting.length > 0
      ? t('desk.unsaved', { count: list.waiting.length })
      : list.savedAt !== null && t('desk.saved', { time: time.format(list.savedAt) });
  return (
    <p role="status" id="desk-unsaved" className="text-sm text-ink-soft">
      {word}
    </p>
  );
}

/** Before the desk is open: nobody judges what they have not claimed. */
function NotYours({ review }: { review: Review }) {
  const t = useT();
  const problemText = useProblemText();
  const claim = useStep('POST /admission/applications/{id}/claim', { done: t('queue.claimedMine') });
  const why = review.actions.find(({ action }) => action === 'claim')?.why;
  if (!may(review, 'claim')) {
    return (
      <Notice tone="attention" title={t('desk.notFree')}>
        {why && t(`review.refusal.${why}`)}
      </Notice>
    );
  }
  return (
    <Card className="max-w-2xl">
      <p className="mb-4">{t('desk.claimText')}</p>
      {claim.error && (
        <p role="alert" className="mb-3 text-cinnabar">
          {problemText(claim.error)}
        </p>
      )}
      <Button
        data-act="POST /admission/applications/{id}/claim"
        pending={claim.isPending}
        onClick={() => claim.mutate({ params: { id: review.applicationId } })}
      >
        {t('desk.claim')}
      </Button>
    </Card>
  );
}

/** A reviewer's desk: papers on one side, the own checklist on the other, the verdict below. */
export function DeskPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useReview(id);
  const file = useApi('GET /admission/applications/{id}/file', { params: { id } });
  const own = query.data?.reviews.find((one) => one.mine && one.round === query.data.round && one.state === 'claimed');
  return (
    <Page
      title={query.data ? t('desk.title', { supplier: query.data.supplierName }) : t('application.title')}
      back={{ to: '/admission/queue', word: t('menu.queue') }}
      history={{ kind: 'application', id }}
      actions={
        <LinkButton look="secondary" to={`/admission/applications/${id}`}>
          {t('desk.back')}
        </LinkButton>
      }
    >
      <Whole query={query}>
        {(review) => (
          <Whole query={file}>
            {(handedIn) => {
              if (!own) return <NotYours review={review} />;
              if (own.declaredAt === null) return <Declare applicationId={id} />;
              return <Desk key={own.id} review={review} file={handedIn} own={own} />;
            }}
          </Whole>
        )}
      </Whole>
    </Page>
  );
}
