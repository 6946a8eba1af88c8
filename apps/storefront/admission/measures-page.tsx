import { formatDate, useLocale, usePages } from '@xihuo/ui';
import { Link } from 'react-router';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';
import { ChoiceFilter, FilterRow, Halves, ProvinceFilter, useFilter } from './filters';
import { MeasureBadge, Place, type Measure } from './marks';
import { Listing } from './reading';
import { RecordPage } from './record-page';

const KINDS = ['warning', 'rectification', 'productDelisting', 'suspension', 'exit', 'reAdmissionBar'] as const;

/** From when to when, with how it ended where it is over. */
export function Span({ measure }: { measure: Pick<Measure, 'startedAt' | 'endsOn' | 'endedAt' | 'state'> }) {
  const t = useT();
  const locale = useLocale();
  const from = formatDate(measure.startedAt, locale);
  const to = measure.endedAt ?? measure.endsOn;
  return (
    <>
      {to ? t('measure.fromTo', { from, to: formatDate(to, locale) }) : t('measure.since', { date: from })}
      {measure.state !== 'inForce' && ` · ${t(`measure.state.${measure.state}`)}`}
    </>
  );
}

function MeasureRow({ measure }: { measure: Measure }) {
  const t = useT();
  const name = useName();
  return (
    <li className="border-b border-line">
      <Link to={`/register/measures/${measure.id}`} className="group block py-4">
        <span className="flex flex-wrap items-baseline gap-x-3">
          <MeasureBadge kind={measure.kind} state={measure.state} />
          <span lang="zh-CN" className="text-lg font-semibold text-green underline-offset-4 group-hover:underline">
            {measure.supplier.name}
          </span>
          <span className="text-sm text-ink-faint">
            <Place county={measure.county} />
          </span>
        </span>
        <span className="block">{name(measure.reason)}</span>
        <span className="block text-sm text-ink-faint">
          <Span measure={measure} />
          {measure.appealed && ` · ${t('measure.appealed')}`}
        </span>
      </Link>
    </li>
  );
}

/** What was done about whom, and why. */
export function MeasuresPage() {
  const t = useT();
  const { get, oneOf } = useFilter();
  const query = {
    kind: oneOf('kind', KINDS),
    state: oneOf('state', ['inForce', 'ended'] as const),
    province: get('province'),
    limit: 20,
  };
  const list = usePages('GET /register/measures', { query });
  return (
    <RecordPage title={t('nav.measures')} lead={t('measures.lead')} data="/register/measures">
      <div className="flex flex-wrap items-end justify-between gap-x-6">
        <Halves
          name="state"
          label={t('measures.state')}
          halves={[
            { value: '', word: t('measures.all') },
            { value: 'inForce', word: t('measures.inForce') },
            { value: 'ended', word: t('measures.ended') },
          ]}
        />
        <FilterRow label={t('nav.measures')}>
          <ChoiceFilter
            name="kind"
            label={t('measures.kind')}
            all={t('measures.every')}
            choices={KINDS.map((kind) => ({ value: kind, label: t(`measure.kind.${kind}`) }))}
          />
          <ProvinceFilter />
        </FilterRow>
      </div>
      <Listing query={list} empty={{ title: t('measures.none'), text: t('measures.noneText') }}>
        {(rows) => (
          <ul className="border-t border-line">
            {rows.map((measure) => (
              <MeasureRow key={measure.id} measure={measure} />
            ))}
          </ul>
        )}
      </Listing>
    </RecordPage>
  );
}
