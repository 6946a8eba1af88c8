import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, Facts, Notice, TextArea, TextField, toast, useApi, useSend, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ActDialog } from '../../frame/act-dialog';
import { Page } from '../../frame/page';
import { Moment } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { Parcels } from './parcels';
import { Reach } from './reach';
import { RecallBadge } from './recalls-page';
import { Told } from './told';

type Recall = Output<'GET /trace/recalls/{id}'>;
interface EndProps {
  recall: Recall;
  /** Ended with what came back, or taken back because the suspicion was wrong. */
  how: 'close' | 'withdraw';
  onClose: () => void;
}

function EndDialog({ recall, how, onClose }: EndProps) {
  const t = useT();
  const queries = useQueryClient();
  const [result, setResult] = useState('');
  const [packs, setPacks] = useState('');
  const [tried, setTried] = useState(false);
  const done = {
    onSuccess: () => {
      toast(t(`recall.${how}Done`));
      onClose();
    },
    onSettled: () => void queries.invalidateQueries(),
  };
  const close = useSend('POST /trace/recalls/{id}/close', done);
  const withdraw = useSend('POST /trace/recalls/{id}/withdrawal', done);
  const counted = /^\d{1,8}$/.test(packs.normalize('NFKC').trim());
  const submit = () => {
    setTried(true);
    const { id, version } = recall;
    if (result.trim().length < 4) return;
    if (how === 'withdraw') return withdraw.mutate({ params: { id }, version, body: { result } });
    if (!counted) return;
    close.mutate({ params: { id }, version, body: { result, packsRecovered: Number(packs.normalize('NFKC')) } });
  };
  return (
    <ActDialog
      title={t(`recall.${how}`)}
      submit={t(`recall.${how}`)}
      text={t(`recall.${how}Text`)}
      pending={close.isPending || withdraw.isPending}
      problem={close.error ?? withdraw.error}
      onSubmit={submit}
      onClose={onClose}
    >
      {how === 'close' && (
        <TextField
          label={t('recall.recovered')}
          hint={t('recall.recoveredOf', { packs: recall.reach.packs })}
          inputMode="numeric"
          className="numeric"
          maxLength={8}
          value={packs}
          error={tried && !counted ? t('act.missing') : null}
          onChange={(event) => setPacks(event.target.value)}
        />
      )}
      <TextArea
        label={t('recall.result')}
        hint={t('recall.resultHint')}
        maxLength={1000}
        value={result}
        error={tried && result.trim().length < 4 ? t('act.tooShort', { count: 4 }) : null}
        onChange={(event) => setResult(event.target.value)}
      />
    </ActDialog>
  );
}

function Acts({ recall }: { recall: Recall }) {
  const t = useT();
  const me = useMe();
  const [how, setHow] = useState<EndProps['how'] | null>(null);
  const ofPlatform = hasRole(me, ['operator']);
  if (recall.state !== 'open' || !hasRole(me, ['supplier', 'operator'])) return null;
  // What the platform recalled, the supplier does not declare done.
  if (recall.openedBy === 'platform' && !ofPlatform) return null;
  return (
    <div className="flex flex-wrap gap-3">
      <Button data-act="POST /trace/recalls/{id}/close" onClick={() => setHow('close')}>
        {t('recall.close')}
      </Button>
      {ofPlatform && (
        <Button data-act="POST /trace/recalls/{id}/withdrawal" look="secondary" onClick={() => setHow('withdraw')}>
          {t('recall.withdraw')}
        </Button>
      )}
      {how && <EndDialog recall={recall} how={how} onClose={() => setHow(null)} />}
    </div>
  );
}

function RecallBody({ recall }: { recall: Recall }) {
  const t = useT();
  const me = useMe();
  return (
    <div className="flex flex-col gap-6">
      {recall.state === 'open' && (
        <Notice tone="bad" title={t('recall.running')}>
          {t('recall.runningText')}
        </Notice>
      )}
      <Acts recall={recall} />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Card title={t('recall.facts')} aside={<RecallBadge state={recall.state} />}>
          <Facts
            facts={[
              { term: t('applications.supplier'), detail: recall.supplier.name },
              { term: t('recall.class'), detail: t(`recall.class.${recall.class}`) },
              { term: t('recall.reason'), detail: recall.reason },
              { term: t('recall.notice'), detail: recall.notice },
              { term: t('recall.openedBy'), detail: t(`recall.by.${recall.openedBy}`) },
              { term: t('recall.openedAt'), detail: <Moment value={recall.openedAt} /> },
              ...(recall.closedAt ? [{ term: t('recall.closedAt'), detail: <Moment value={recall.closedAt} /> }] : []),
              ...(recall.packsRecovered === null
                ? []
                : [{ term: t('recall.recovered'), detail: String(recall.packsRecovered) }]),
              ...(recall.result ? [{ term: t('recall.result'), detail: recall.result }] : []),
            ]}
          />
        </Card>
        <Card title={t('reach.title')}>
          <Reach reach={recall.reach} />
        </Card>
      </div>
      {hasRole(me, ['supplier']) && (
        <>
          <Told id={recall.id} />
          <Parcels id={recall.id} />
        </>
      )}
    </div>
  );
}

/** One recall: why, what the public reads, how far it reaches, and its end. */
export function RecallPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /trace/recalls/{id}', { params: { id } });
  return (
    <Page
      title={t('recall.title')}
      back={{ to: '/trace/recalls', word: t('menu.recalls') }}
      history={{ kind: 'recall', id }}
    >
      <Whole query={query}>{(recall) => <RecallBody recall={recall} />}</Whole>
    </Page>
  );
}
