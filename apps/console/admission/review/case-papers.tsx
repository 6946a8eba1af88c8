import { formatDate, useApi, useLocale } from '@xihuo/ui';
import { PaperViewer } from '../../frame/paper-viewer';
import { useT } from '../../words';
import type { File } from './case';
import { earlierOf } from './earlier-papers';

/** Papers that name households: opening one is written down, and whoever opens it is told. */
const NAMING: readonly string[] = ['linkageAgreement', 'householdConsent'];

export function CasePapers({ file }: { file: File }) {
  const t = useT();
  const locale = useLocale();
  const rounds = useApi('GET /admission/applications/{id}/rounds', { params: { id: file.id } }).data?.data ?? [];
  const standing = file.documents.map(({ id }) => id);
  const papers = file.documents.map(({ id, kind, name, pages, validUntil }) => ({
    ...{ id, title: t(`review.paperKind.${kind}`) },
    earlier: earlierOf({ id, kind }, standing, rounds).map((one) => ({
      id: one.id,
      title: [t('review.round', { count: one.round }), one.name, formatDate(one.uploadedAt, locale)].join(' · '),
    })),
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
