import { Badge, Table, useLocale, type Tone } from '@xihuo/ui';
import { useT } from '../../words';
import { inReadingOrder } from '../findings';
import { inLanguage } from '../../frame/in-language';
import type { ApplicationFile } from './file';

type Finding = ApplicationFile['findings'][number];

const tones: Record<Finding['result'], Tone> = {
  pass: 'good',
  fail: 'bad',
  notApplicable: 'neutral',
  notJudged: 'info',
};

/** What machines find, criterion by criterion: what stands in the way first. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = useT();
  const locale = useLocale();
  return (
    <Table
      caption={t('application.findings')}
      rows={inReadingOrder(findings)}
      rowKey={(row) => row.criterion}
      columns={[
        {
          id: 'criterion',
          header: t('application.criterion'),
          rowHeader: true,
          cell: (row) => (
            <span className="block sm:max-w-64">
              {inLanguage(row.name, locale)}
              <span className="block text-xs font-normal text-ink-faint">
                {row.criterion} · {t(`criterionKind.${row.kind}`)}
              </span>
            </span>
          ),
        },
        {
          id: 'result',
          header: t('application.result'),
          cell: (row) => <Badge tone={tones[row.result]}>{t(`finding.${row.result}`)}</Badge>,
        },
        { id: 'sentence', header: t('apply.findings.sentence'), cell: (row) => inLanguage(row.sentence, locale) },
      ]}
    />
  );
}

/** In one line: how many stand in the way, how many people will judge. */
export function FindingsInShort({ findings }: { findings: readonly Finding[] }) {
  const t = useT();
  const count = (wanted: (finding: Finding) => boolean) => findings.filter(wanted).length;
  const blocked = count(({ result, kind }) => result === 'fail' && kind === 'blocking');
  return (
    <p className="numeric flex flex-wrap gap-x-5 gap-y-1">
      <span className="text-green">
        {t('apply.findings.pass', { count: count(({ result }) => result === 'pass') })}
      </span>
      {blocked > 0 && (
        <span className="font-medium text-cinnabar">{t('apply.findings.blocked', { count: blocked })}</span>
      )}
      <span className="text-ink-soft">
        {t('apply.findings.people', { count: count(({ result }) => result === 'notJudged') })}
      </span>
    </p>
  );
}
