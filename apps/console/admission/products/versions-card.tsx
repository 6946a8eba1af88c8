import { Badge, Card, formatDate, Loading, Skeleton, useApi, useLocale } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import { TwoOf } from '../two-of';
import { useDossierSections, type Dossier } from './dossier-fields';
import { versionsDiffer } from './version-diff';

/** Any two versions of a dossier beside each other: what is said otherwise. Nothing where there is but one. */
export function VersionsCard({ dossier }: { dossier: Dossier }) {
  const t = useT();
  const locale = useLocale();
  const { data } = useApi('GET /admission/dossiers/{id}/versions', { params: { id: dossier.id } });
  const [chosen, setChosen] = useState<{ from: string; to: string } | null>(null);
  const versions = data?.data ?? [];
  const at = versions.findIndex(({ id }) => id === dossier.id);
  // Beside the one before it; the first of all beside the one that came next.
  const beside = versions[at + 1] ?? versions[at - 1];
  if (!beside) return null;
  const { from, to } = chosen ?? { from: beside.id, to: dossier.id };
  const choices = versions.map(({ id, dossierVersion, submittedAt, state }) => ({
    value: id,
    label: `${t('dossiers.nth', { number: dossierVersion })} · ${formatDate(submittedAt, locale)} · ${t(`dossierState.${state}`)}`,
  }));
  return (
    <Card title={t('dossier.versions')}>
      <TwoOf
        from={from}
        to={to}
        words={{ from: t('dossier.versions.from'), to: t('dossier.versions.to') }}
        choices={choices}
        onChoose={setChosen}
      />
      <Differences from={from} to={to} />
    </Card>
  );
}

function Differences({ from, to }: { from: string; to: string }) {
  const t = useT();
  const before = useApi('GET /admission/dossiers/{id}', { params: { id: from } });
  const after = useApi('GET /admission/dossiers/{id}', { params: { id: to } });
  if (before.data && after.data) return <Told before={before.data} after={after.data} />;
  if (before.error ?? after.error) return <p className="text-cinnabar">{t('dossier.versions.failed')}</p>;
  return (
    <Loading>
      <Skeleton className="h-16" />
    </Loading>
  );
}

function Told({ before, after }: { before: Dossier; after: Dossier }) {
  const t = useT();
  const sectionsOf = useDossierSections(after.county);
  const found = versionsDiffer(sectionsOf(before), sectionsOf(after));
  if (found.length === 0) return <p className="text-ink-soft">{t('dossier.versions.same')}</p>;
  return (
    <dl className="grid gap-x-5 gap-y-2 sm:grid-cols-[12em_1fr]">
      {found.map(({ pointer, label, before: then, after: now, weighty }) => (
        <div key={pointer} className="contents">
          <dt className="text-ink-faint">
            {label} {weighty && <Badge tone="attention">{t('dossier.versions.weighty')}</Badge>}
          </dt>
          <dd lang="zh-CN" className="min-w-0 break-words">
            {then === now ? (
              <span className="text-ink-soft">{t('dossier.versions.paper')}</span>
            ) : (
              <>
                <del className="me-2 text-ink-faint">{then ?? t('dossier.notSaid')}</del>
                <ins className="no-underline">{now ?? t('dossier.notSaid')}</ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
