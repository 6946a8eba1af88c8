import { Card, Facts, formatDate, LinkButton, TextLink, useApi, useLocale, type Fact } from '@xihuo/ui';
import { useParams } from 'react-router';
import { PageFailed } from '../frame/page-failed';
import { useT } from '../words';
import { Place, RecognitionBadge, type Recognition } from './marks';
import { WaitingPage } from './reading';
import { RecordPage } from './record-page';

function useTerm({ recognisedOn, validUntil, state }: Recognition): string {
  const t = useT();
  const locale = useLocale();
  if (recognisedOn && validUntil) {
    return t('recognition.fromTo', { from: formatDate(recognisedOn, locale), to: formatDate(validUntil, locale) });
  }
  return state === 'publicNotice' ? t('recognition.notYet') : '—';
}

function RecognitionFacts({ recognition }: { recognition: Recognition }) {
  const t = useT();
  const locale = useLocale();
  const term = useTerm(recognition);
  const { product, supplier, county, issuer, stampedBy, stampedOn } = recognition;
  const facts: (Fact | false)[] = [
    {
      term: t('recognition.product'),
      detail: <span lang="zh-CN">{product.name}</span>,
    },
    {
      term: t('register.name'),
      detail: (
        <TextLink lang="zh-CN" to={`/suppliers/${supplier.id}`}>
          {supplier.name}
        </TextLink>
      ),
    },
    { term: t('register.county'), detail: <Place county={county} /> },
    {
      term: t('recognition.issuer'),
      detail: (
        <>
          <span lang="zh-CN">{issuer.name}</span> · {t(`issuer.${issuer.kind}`)}
        </>
      ),
    },
    { term: t('recognition.scheme'), detail: <span lang="zh-CN">{recognition.scheme}</span> },
    recognition.certificateNumber !== null && {
      term: t('recognition.number'),
      detail: <span className="font-mono break-all">{recognition.certificateNumber}</span>,
    },
    stampedBy !== null &&
      stampedOn !== null && {
        term: t('recognition.stamp'),
        detail: t('recognition.stamped', {
          department: t(`department.${stampedBy}`),
          date: formatDate(stampedOn, locale),
        }),
      },
    { term: t('recognition.term'), detail: term },
    recognition.endedOn !== null && {
      term: t('recognition.ended'),
      detail: formatDate(recognition.endedOn, locale),
    },
    recognition.reason !== null && { term: t('recognition.reason'), detail: recognition.reason },
  ];
  return (
    <Card title={t('recognition.facts')} aside={<RecognitionBadge state={recognition.state} />}>
      <Facts facts={facts.filter((fact) => fact !== false)} />
    </Card>
  );
}

/** One recognition at its address, also when it is over. */
export function RecognitionPage() {
  const t = useT();
  const { id = '' } = useParams();
  const { data: recognition, error, isPending, refetch } = useApi('GET /recognitions/{id}', { params: { id } });
  if (isPending) return <WaitingPage />;
  if (!recognition) {
    return (
      <PageFailed
        problem={error}
        missing={t('recognition.missing')}
        action={<LinkButton to="/recognitions">{t('nav.recognitions')}</LinkButton>}
        onRetry={() => void refetch()}
      />
    );
  }
  return (
    <RecordPage
      title={t('recognition.title', { product: recognition.product.name })}
      data={`/recognitions/${recognition.id}`}
      printed
    >
      <div className="grid items-start gap-5 md:grid-cols-[3fr_2fr]">
        <RecognitionFacts recognition={recognition} />
        <Card title={t('recognition.evidence')}>
          <Facts
            facts={recognition.evidence.map(({ kind, reference }) => ({
              term: t(`evidence.${kind}`),
              detail: <span lang="zh-CN">{reference}</span>,
            }))}
          />
        </Card>
      </div>
    </RecordPage>
  );
}
