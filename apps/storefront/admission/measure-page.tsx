import { Card, Facts, formatDate, LinkButton, TextLink, useApi, useLocale, type Fact } from '@xihuo/ui';
import { useParams } from 'react-router';
import { useName } from '../catalogue/use-name';
import { PageFailed } from '../frame/page-failed';
import { useT } from '../words';
import { MeasureBadge, Place, type Measure } from './marks';
import { WaitingPage } from './reading';
import { RecordPage } from './record-page';

function MeasureFacts({ measure }: { measure: Measure }) {
  const t = useT();
  const name = useName();
  const locale = useLocale();
  const facts: (Fact | false)[] = [
    {
      term: t('register.name'),
      detail: (
        <TextLink lang="zh-CN" to={`/suppliers/${measure.supplier.id}`}>
          {measure.supplier.name}
        </TextLink>
      ),
    },
    { term: t('register.county'), detail: <Place county={measure.county} /> },
    measure.ground !== null && { term: t('measure.ground'), detail: name(measure.ground.name) },
    { term: t('measure.reason'), detail: name(measure.reason) },
    { term: t('measure.started'), detail: formatDate(measure.startedAt, locale) },
    measure.state === 'inForce' && {
      term: t('measure.lastDay'),
      detail: measure.endsOn ? formatDate(measure.endsOn, locale) : t('measure.openEnd'),
    },
    measure.endedAt !== null && {
      term: t('measure.endedOn'),
      detail: `${formatDate(measure.endedAt, locale)} · ${t(`measure.state.${measure.state}`)}`,
    },
    measure.endReason !== null && { term: t('measure.endReason'), detail: measure.endReason },
    { term: t('measure.appeal'), detail: t(measure.appealed ? 'measure.appealed' : 'measure.notAppealed') },
  ];
  return (
    <Card title={t('measure.facts')} aside={<MeasureBadge kind={measure.kind} state={measure.state} />}>
      <Facts facts={facts.filter((fact) => fact !== false)} />
    </Card>
  );
}

/** One published measure; its address stays when it is over. */
export function MeasurePage() {
  const t = useT();
  const { id = '' } = useParams();
  const { data: measure, error, isPending, refetch } = useApi('GET /register/measures/{id}', { params: { id } });
  if (isPending) return <WaitingPage />;
  if (!measure) {
    return (
      <PageFailed
        problem={error}
        missing={t('measure.missing')}
        action={<LinkButton to="/register/measures">{t('nav.measures')}</LinkButton>}
        onRetry={() => void refetch()}
      />
    );
  }
  const kind = t(`measure.kind.${measure.kind}`);
  return (
    <RecordPage
      title={t('measure.title', { name: measure.supplier.name, kind })}
      data={`/register/measures/${measure.id}`}
      printed
    >
      <div className="grid items-start gap-5 md:grid-cols-[3fr_2fr]">
        <MeasureFacts measure={measure} />
        <Card title={t('measure.meaning')}>
          <p className="text-ink-soft">{t(`measure.means.${measure.kind}`)}</p>
        </Card>
      </div>
    </RecordPage>
  );
}
