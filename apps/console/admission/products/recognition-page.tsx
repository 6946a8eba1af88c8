import { Button, Card, Facts, formatDate, Notice, Steps, TextLink, useApi, useLocale } from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Page } from '../../frame/page';
import { Whole } from '../../frame/whole';
import { Day, Moment } from '../../frame/when';
import { useT } from '../../words';
import { Category } from './category';
import { PaperView } from './paper-view';
import { RecognitionActs } from './recognition-acts';
import { RecognitionHistory } from './recognition-history';
import type { Recognition } from './recognition';
import { RecognitionBadge } from './states';

/** One recognition: who recognises it, by which rule and evidence, who stamped and checked, and until when it holds. */
export function RecognitionPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /admission/recognitions/{id}', { params: { id } });
  return (
    <Page
      title={query.data ? t('recognition.of', { product: query.data.product.name }) : t('recognition.title')}
      lead={query.data && `${query.data.supplier.name} · ${query.data.county.provinceName} ${query.data.county.name}`}
      back={{ to: '/admission/recognitions', word: t('menu.recognitions') }}
      history={{ kind: 'recognition', id }}
    >
      <Whole query={query}>
        {(recognition) => (
          <>
            <Way recognition={recognition} />
            <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
              <div className="flex min-w-0 flex-col gap-5">
                <Next recognition={recognition} />
                <Grounds recognition={recognition} />
                <RecognitionHistory recognition={recognition} />
              </div>
              <Sides recognition={recognition} />
            </div>
          </>
        )}
      </Whole>
    </Page>
  );
}

const WAY = ['submitted', 'countyStamped', 'publicNotice', 'recognised'] as const;
const STEPS = ['stamp', 'check', 'public', 'hold'] as const;

/** Stamp, check, public, term; nothing where the way broke off, since the notice says that. */
function Way({ recognition: { state } }: { recognition: Recognition }) {
  const t = useT();
  const at = WAY.findIndex((one) => one === state);
  if (at === -1) return null;
  const stateOf = (index: number) =>
    state === 'recognised' || index < at ? 'done' : index === at ? 'current' : 'ahead';
  return (
    <div className="mb-6">
      <Steps
        label={t('recognition.way')}
        steps={STEPS.map((id, index) => ({ id, title: t(`recognition.step.${id}`), state: stateOf(index) }))}
      />
    </div>
  );
}

function Next({ recognition }: { recognition: Recognition }) {
  const t = useT();
  const locale = useLocale();
  const { state, notices, reason, validUntil } = recognition;
  const open = notices.find((notice) => notice.state === 'open');
  if (state === 'publicNotice' && open) {
    return (
      <Notice tone="info" title={t('recognition.noticeUntil', { date: formatDate(open.endsOn, locale) })}>
        {open.held
          ? t('recognition.held')
          : open.objections > 0
            ? t('recognition.objections', { count: open.objections })
            : t('recognition.noObjection')}
      </Notice>
    );
  }
  if (state === 'recognised' && validUntil) {
    return (
      <Notice tone="good" title={t('recognition.holds', { date: formatDate(validUntil, locale) })}>
        {t('recognition.holdsText')}
      </Notice>
    );
  }
  const over = state === 'rejected' || state === 'revoked';
  return (
    <Notice tone={over ? 'bad' : 'attention'} title={t(`recognitionNext.${state}`)}>
      {reason}
    </Notice>
  );
}

interface Paper {
  fileId: string;
  title: string;
}

function Grounds({ recognition }: { recognition: Recognition }) {
  const t = useT();
  const [paper, setPaper] = useState<Paper | null>(null);
  return (
    <>
      <Card title={t('recognition.grounds')}>
        <Facts
          facts={[
            {
              term: t('recognition.issuer'),
              detail: (
                <>
                  {recognition.issuer.name}
                  <span className="ms-2 text-sm text-ink-faint">{t(`issuer.${recognition.issuer.kind}`)}</span>
                  <ToCorrect recognition={recognition} pointer="/issuerName" />
                </>
              ),
            },
            {
              term: t('recognition.scheme'),
              detail: (
                <>
                  {recognition.scheme}
                  <ToCorrect recognition={recognition} pointer="/scheme" />
                </>
              ),
            },
            ...(recognition.certificateNumber
              ? [{ term: t('recognition.certificate'), detail: recognition.certificateNumber }]
              : []),
            {
              term: t('recognition.dossier'),
              detail: (
                <TextLink to={`/admission/dossiers/${recognition.dossierId}`}>
                  {t('dossiers.nth', { number: recognition.dossierVersion })}
                </TextLink>
              ),
            },
          ]}
        />
        <Evidence recognition={recognition} onPaper={setPaper} />
      </Card>
      {paper && <PaperView key={paper.fileId} {...paper} onClose={() => setPaper(null)} />}
    </>
  );
}

function ToCorrect({ recognition, pointer }: { recognition: Recognition; pointer: string }) {
  const t = useT();
  const note = recognition.corrections.find((one) => one.pointer === pointer)?.note;
  if (!note) return null;
  return (
    <span className="block text-sm text-amber">
      {t('dossier.toCorrect')}
      {note}
    </span>
  );
}

function Evidence({ recognition, onPaper }: { recognition: Recognition; onPaper: (paper: Paper) => void }) {
  const t = useT();
  return (
    <>
      <h3 className="mt-5 mb-1 font-medium">{t('recognition.evidence')}</h3>
      <ul className="divide-y divide-line">
        {recognition.files.map(({ kind, reference, fileId }, index) => (
          <li key={index} className="flex flex-wrap items-baseline gap-x-3 py-2">
            <span className="text-ink-faint">{t(`evidence.${kind}`)}</span>
            <span>{reference}</span>
            {fileId !== null && (
              <Button look="quiet" size="small" className="-my-2" onClick={() => onPaper({ fileId, title: reference })}>
                {t('paper.open')}
              </Button>
            )}
            <ToCorrect recognition={recognition} pointer={`/evidence/${index}`} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Sides({ recognition }: { recognition: Recognition }) {
  const t = useT();
  return (
    <Card title={t('recognition.facts')} className="max-lg:order-first">
      <Facts
        facts={[
          { term: t('list.state'), detail: <RecognitionBadge state={recognition.state} /> },
          { term: t('dossiers.category'), detail: <Category value={recognition.product.category} /> },
          { term: t('recognition.asked'), detail: <Moment value={recognition.submittedAt} /> },
          { term: t('recognition.recognisedOn'), detail: <Day value={recognition.recognisedOn} /> },
          { term: t('recognition.validUntil'), detail: <Day value={recognition.validUntil} /> },
          ...(recognition.endedOn
            ? [{ term: t('recognition.endedOn'), detail: <Day value={recognition.endedOn} /> }]
            : []),
        ]}
      />
      <RecognitionActs recognition={recognition} />
    </Card>
  );
}
