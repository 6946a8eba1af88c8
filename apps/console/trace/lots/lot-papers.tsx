import { Badge, Card, Notice } from '@xihuo/ui';
import { Day } from '../../frame/when';
import { useT } from '../../words';
import { LotPaperButton } from '../lot-paper';
import { useWeight } from '../weights';
import type { Lot } from './lot-parts';

const tones = { valid: 'good', replaced: 'neutral', revoked: 'bad' } as const;

/** 承诺达标合格证: the one that holds first; after goods came in or were mixed a new one is due, and says of what. */
export function Certificates({ lot }: { lot: Lot }) {
  const t = useT();
  const weight = useWeight();
  return (
    <Card title={t('certify.list')}>
      {(lot.certificate === 'missing' || lot.certificate === 'stale') && (
        <div className="mb-3">
          <Notice tone="attention" title={t(`certify.${lot.certificate}`)} />
        </div>
      )}
      {lot.certificates.length === 0 ? (
        <p className="text-ink-soft">{t(lot.certificate === 'notRequired' ? 'certify.notRequired' : 'certify.none')}</p>
      ) : (
        <ul>
          {lot.certificates.map((certificate) => (
            <li key={certificate.id} className="border-b border-line py-2 last:border-0">
              <p className="flex flex-wrap items-center justify-between gap-x-3">
                <span className="font-mono text-sm break-all">{certificate.number}</span>
                <Badge tone={tones[certificate.state]}>{t(`lotPaper.${certificate.state}`)}</Badge>
              </p>
              <p className="text-sm text-ink-soft">
                {t(`certify.${certificate.basis}`)} · <Day value={certificate.issuedOn} /> · {certificate.issuedBy} ·{' '}
                {t('certify.covers', { weight: weight(certificate.coversGrams) })}
              </p>
              {certificate.mixedFrom.length > 0 && (
                <p className="text-sm text-ink-soft">
                  {t('certify.mixedFrom', { lots: certificate.mixedFrom.join('、') })}
                </p>
              )}
              {certificate.fileId && <LotPaperButton id={certificate.fileId}>{t('certify.see')}</LotPaperButton>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** 动物检疫合格证明 of animal goods; where the law asks for one and there is none, that is said. */
export function Quarantines({ lot }: { lot: Lot }) {
  const t = useT();
  if (lot.quarantine === 'notRequired' && lot.quarantines.length === 0) return null;
  return (
    <Card title={t('quarantine.list')}>
      {lot.quarantine === 'missing' && <Notice tone="attention" title={t('quarantine.missing')} />}
      <ul>
        {lot.quarantines.map((one) => (
          <li key={one.id} className="border-b border-line py-2 last:border-0">
            <p className="font-mono text-sm break-all">{one.number}</p>
            <p className="text-sm text-ink-soft">
              {one.authority} · <Day value={one.issuedOn} />
            </p>
            {one.fileId && <LotPaperButton id={one.fileId}>{t('quarantine.see')}</LotPaperButton>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** The supplier's own reports and those of spot checks; the items that failed are named first. */
export function Tests({ lot }: { lot: Lot }) {
  const t = useT();
  return (
    <Card title={t('test.list')}>
      {lot.tests.length === 0 ? (
        <p className="text-ink-soft">{t('test.none')}</p>
      ) : (
        <ul>
          {lot.tests.map((test) => (
            <li key={test.id} className="border-b border-line py-2 last:border-0">
              <p className="flex flex-wrap items-center justify-between gap-x-3">
                <span>
                  {test.laboratory} <span className="font-mono text-sm text-ink-faint">{test.reportNumber}</span>
                </span>
                <Badge tone={test.passed ? 'good' : 'bad'}>{t(test.passed ? 'test.good' : 'test.bad')}</Badge>
              </p>
              <p className="text-sm text-ink-soft">
                {t(`test.source.${test.source}`)} · <Day value={test.reportedOn} />
              </p>
              <details>
                <summary className="flex min-h-target items-center text-sm text-green">
                  {t('test.items', { count: test.items.length })}
                </summary>
                <ul className="pb-2 text-sm">
                  {[...test.items]
                    .sort((one, other) => Number(one.passed) - Number(other.passed))
                    .map(({ item, limit, value, passed }) => (
                      <li key={item} className="flex flex-wrap justify-between gap-x-3">
                        <span>{item}</span>
                        <span className={passed ? '' : 'font-medium text-cinnabar'}>
                          {value}
                          {limit && ` / ${limit}`} · {t(passed ? 'test.good' : 'test.bad')}
                        </span>
                      </li>
                    ))}
                </ul>
              </details>
              {test.fileId && <LotPaperButton id={test.fileId}>{t('test.see')}</LotPaperButton>}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
