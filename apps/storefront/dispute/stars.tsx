import { useT } from '../words';

/** A score in words for those who do not see it; full and empty stars beside. */
export function Stars({ score }: { score: number }) {
  const t = useT();
  return (
    <span className="whitespace-nowrap text-amber">
      <span aria-hidden>
        {'★'.repeat(score)}
        {'☆'.repeat(5 - score)}
      </span>
      <span className="sr-only">{t('review.score', { score })}</span>
    </span>
  );
}
