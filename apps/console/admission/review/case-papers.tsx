import { formatDate, useLocale } from '@xihuo/ui';
import { PaperViewer } from '../../frame/paper-viewer';
import { useT } from '../../words';
import type { File } from './case';

/** Papers that name households: opening one is written down, and whoever opens it is told. */
const NAMING: readonly string[] = ['linkageAgreement', 'householdConsent'];

export function CasePapers({ file }: { file: File }) {
  const t = useT();
  const locale = useLocale();
  const papers = file.documents.map(({ id, kind, name, pages, validUntil }) => ({
    ...{ id, title: t(`review.paperKind.${kind}`) },
    about: [
      name,
      t('review.papers.pages', { count: pages }),
      ...(validUntil ? [t('review.form.until', { date: formatDate(validUntil, locale) })] : []),
      ...(NAMING.includes(kind) ? [t('review.papers.recorded')] : []),
    ].join(' · '),
  }));
  return (
    <PaperViewer
      papers={papers}
      read={(api, documentId) =>
        api('GET /admission/applications/{id}/documents/{documentId}', { params: { id: file.id, documentId } })
      }
      empty={t('review.papers.none')}
    />
  );
}
