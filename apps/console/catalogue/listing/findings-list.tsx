import { Badge, useLocale, type ApiProblem } from '@xihuo/ui';
import { Problem } from '../../frame/problem';
import { useT } from '../../words';
import type { Finding } from './typed';

/** A refusal, with the words it is about where it names any. */
export function WordsRefused({ problem }: { problem: ApiProblem }) {
  const findings = problem.code === 'TEXT_UNLAWFUL' ? (problem.facts['findings'] as Finding[] | undefined) : undefined;
  return <Problem problem={problem}>{findings && <FindingsList findings={findings} />}</Problem>;
}

/** Words that may not stand, or want proof: each with its rule and how it is mended. */
export function FindingsList({ findings }: { findings: readonly Finding[] }) {
  const t = useT();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  return (
    <ul className="flex flex-col gap-3">
      {findings.map((finding, index) => (
        <li key={index} className="border-s-4 border-line-strong ps-3">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <strong lang="zh-CN">「{finding.word}」</strong>
            <Badge tone={finding.weight === 'blocks' ? 'bad' : 'attention'}>{t(`finding.${finding.weight}`)}</Badge>
            <span className="text-sm text-ink-faint">{t(`changeField.${finding.field}`)}</span>
          </p>
          <p className="text-sm text-ink-soft">
            {finding.why[language]}
            <span lang="zh-CN" className="ms-2 text-ink-faint">
              {finding.law}
            </span>
          </p>
          <p className="text-sm">{t('finding.fix', { fix: finding.fix[language] })}</p>
        </li>
      ))}
    </ul>
  );
}
