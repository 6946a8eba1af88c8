import { ErrorState, formatDate, useApi, useLocale, type Locale } from '@xihuo/ui';
import { Link } from 'react-router';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';
import { StandardBadge, type Standard } from './marks';
import { Waiting } from './reading';
import { RecordPage } from './record-page';

/** By its title and number; a title that says the number itself is not given it twice. */
export function useStandardName(): (standard: Pick<Standard, 'title' | 'standard'>) => string {
  const t = useT();
  const name = useName();
  return ({ title, standard }) =>
    name(title).includes(standard) ? name(title) : t('standard.name', { title: name(title), version: standard });
}

/** When it binds, or until when it is open for comment. */
export function useTermOf(): (standard: Standard, locale: Locale) => string {
  const t = useT();
  return ({ status, effectiveFrom, effectiveTo, commentsUntil }, locale) => {
    if (status === 'commenting' && commentsUntil) {
      return t('standard.commentsUntil', { date: formatDate(commentsUntil, locale) });
    }
    if (!effectiveFrom) return '';
    const from = formatDate(effectiveFrom, locale);
    return effectiveTo
      ? t('standard.fromTo', { from, to: formatDate(effectiveTo, locale) })
      : t('standard.from', { date: from });
  };
}

/** Every version of the standard: open for comment, coming, in force, replaced. */
export function StandardsPage() {
  const t = useT();
  const nameOf = useStandardName();
  const locale = useLocale();
  const termOf = useTermOf();
  const { data, error, refetch } = useApi('GET /standards', {});
  return (
    <RecordPage title={t('nav.standards')} lead={t('standards.lead')} data="/standards">
      {!data && (error ? <ErrorState problem={error} onRetry={() => void refetch()} /> : <Waiting />)}
      <ul className="border-t border-line">
        {data?.data.map((standard) => (
          <li key={standard.standard} className="border-b border-line">
            <Link
              to={`/standards/${standard.standard}`}
              className="group flex flex-wrap items-baseline gap-x-4 py-4 outline-offset-[-3px]"
            >
              <span className="text-lg font-semibold text-green underline-offset-4 group-hover:underline">
                {nameOf(standard)}
              </span>
              <StandardBadge status={standard.status} />
              <span className="w-full text-ink-soft">
                {[termOf(standard, locale), t('standard.criteriaCount', { count: standard.criteria })]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </RecordPage>
  );
}
