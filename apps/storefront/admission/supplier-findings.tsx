import { Badge, Card, Facts, TextLink, type Fact, type Tone } from '@xihuo/ui';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';
import type { Supplier } from './supplier-page';

type Finding = Supplier['findings'][number];

const tones: Record<Finding['result'], Tone> = {
  pass: 'good',
  fail: 'bad',
  notApplicable: 'neutral',
  notJudged: 'neutral',
};

/** The program's word where it has one, else that of those who decided: the strictest of them. */
function resultOf({ result, people }: Finding): Finding['result'] {
  if (result !== 'notJudged' || people === null) return result;
  if (people.fail > 0) return 'fail';
  return people.pass > 0 ? 'pass' : 'notApplicable';
}

function Detail({ finding }: { finding: Finding }) {
  const t = useT();
  const name = useName();
  const { people } = finding;
  const ticks = people
    ? (['pass', 'fail', 'notApplicable'] as const)
        .filter((result) => people[result] > 0)
        .map((result) => t(`finding.people.${result}`, { count: people[result] }))
    : [];
  const facts: (Fact | false)[] = [
    { term: t('finding.sentence'), detail: name(finding.sentence) },
    ticks.length > 0 && { term: t('finding.people'), detail: ticks.join(' · ') },
    { term: t('finding.providedBy'), detail: name(finding.providedBy) },
    finding.howVerified !== null && {
      term: t('finding.howVerified'),
      detail: name(finding.howVerified),
    },
    { term: t('finding.source'), detail: <span lang="zh-CN">{finding.source}</span> },
    finding.result !== 'notJudged' && {
      term: t('finding.check'),
      detail: <span className="font-mono text-sm">{finding.check}</span>,
    },
  ];
  return (
    <div className="pb-4 text-sm sm:ps-5">
      <Facts facts={facts.filter((fact) => fact !== false)} />
    </div>
  );
}

function FindingLine({ finding }: { finding: Finding }) {
  const t = useT();
  const name = useName();
  const result = resultOf(finding);
  return (
    <li className="break-inside-avoid border-t border-line">
      <details className="group">
        <summary className="flex min-h-target items-center gap-x-3 py-1.5 outline-offset-[-3px] marker:content-none [&::-webkit-details-marker]:hidden">
          <span aria-hidden className="text-xs text-ink-faint transition-transform group-open:rotate-90">
            ▸
          </span>
          <span className="min-w-0 grow font-medium">{name(finding.name)}</span>
          <Badge tone={tones[result]}>{t(`finding.${result}`)}</Badge>
        </summary>
        <Detail finding={finding} />
      </details>
    </li>
  );
}

function Group({ title, text, findings }: { title: string; text: string; findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <section className="mt-5">
      <h3 className="text-base">{title}</h3>
      <p className="text-sm text-ink-soft">{text}</p>
      <ul className="mt-2 border-b border-line">
        {findings.map((finding) => (
          <FindingLine key={finding.criterion} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

/** The findings that gave the right to sell: what a program judged, and what people held against the evidence. */
export function Findings({ supplier }: { supplier: Supplier }) {
  const t = useT();
  const name = useName();
  const judged = supplier.findings.filter(({ result }) => result !== 'notJudged');
  const open = supplier.findings.filter(({ result }) => result === 'notJudged');
  const ticked = open.filter(({ people }) => people !== null);
  const forPeople = ticked.length > 0 ? ticked : open;
  const elsewhere = ticked.length > 0 ? open.filter(({ people }) => people === null) : [];
  return (
    <Card
      title={t('supplier.findings')}
      aside={
        supplier.standardVersion && (
          <TextLink to={`/standards/${supplier.standardVersion}`} className="text-sm">
            {t('supplier.standard', { version: supplier.standardVersion })}
          </TextLink>
        )
      }
    >
      <p className="text-ink-soft print:hidden">{t('supplier.findingsText')}</p>
      <div className="gap-x-10 lg:grid lg:grid-cols-2">
        <Group
          title={t('supplier.byProgram', { count: judged.length })}
          text={t('supplier.byProgramText')}
          findings={judged}
        />
        <Group
          title={t('supplier.forPeople', { count: forPeople.length })}
          text={t('supplier.forPeopleText')}
          findings={forPeople}
        />
      </div>
      {elsewhere.length > 0 && (
        <section className="mt-6">
          <h3 className="text-base">{t('supplier.elsewhere', { count: elsewhere.length })}</h3>
          <p className="text-sm text-ink-soft">{t('supplier.elsewhereText')}</p>
          <ul className="mt-2 gap-x-10 text-sm text-ink-soft sm:columns-2 lg:columns-3">
            {elsewhere.map((finding) => (
              <li key={finding.criterion} className="break-inside-avoid">
                <TextLink className="text-ink-soft" to={`/standards/${supplier.standardVersion}#${finding.criterion}`}>
                  {name(finding.name)}
                </TextLink>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Card>
  );
}
