import { Badge, useApiClient, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { BulkDialog } from '../../frame/bulk/bulk-dialog';
import type { BulkAct } from '../../frame/bulk/bulk-bar';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { DEPARTMENTS, QUESTIONS, type Department } from './case';
import { Questions, useOpinion } from './sign-dialog';

export type Entry = Output<'GET /admission/queue'>['data'][number];

const ROLES = { agriculture: 'countyAgriculture', revitalisation: 'countyRevitalisation' } as const;

interface SignManyProps {
  entries: readonly Entry[];
  department: Department;
  onClose: () => void;
}

/** A department signs for several applications: one opinion, but each of its questions is answered for each of them. */
function SignMany({ entries, department, onClose }: SignManyProps) {
  const t = useT();
  const api = useApiClient();
  const [confirmed, setConfirmed] = useState<Readonly<Record<string, readonly string[]>>>({});
  const opinion = useOpinion();
  const [tried, setTried] = useState(false);
  const questions = QUESTIONS[department];
  const of = ({ applicationId }: Entry) => confirmed[applicationId] ?? [];
  const complete = (entry: Entry) => questions.every((question) => of(entry).includes(question));
  return (
    <BulkDialog
      title={t(department === 'agriculture' ? 'review.act.signAgriculture' : 'review.act.signRevitalisation')}
      text={t('review.sign.text')}
      rows={entries}
      rowKey={(entry) => entry.applicationId}
      name={(entry) => entry.supplierName}
      to={(entry) => `/admission/applications/${entry.applicationId}`}
      ready={() => {
        setTried(true);
        return opinion.worded && entries.every(complete);
      }}
      send={(entry) =>
        api('POST /admission/applications/{id}/recommend', {
          params: { id: entry.applicationId },
          version: entry.version,
          body: { department, confirmed: [...of(entry)], ...opinion.body },
        })
      }
      onClose={onClose}
    >
      <ul className="flex max-h-[40dvh] flex-col gap-4 overflow-y-auto" tabIndex={0}>
        {entries.map((entry) => (
          <li key={entry.applicationId}>
            <Questions
              legend={
                <>
                  {entry.supplierName}{' '}
                  {entry.faults > 0 && (
                    <Badge tone="attention">{t('queue.faultsCount', { count: entry.faults })}</Badge>
                  )}
                </>
              }
              department={department}
              confirmed={of(entry)}
              told={tried && !complete(entry)}
              onChange={(next) => setConfirmed((old) => ({ ...old, [entry.applicationId]: next }))}
            />
          </li>
        ))}
      </ul>
      {opinion.fields(tried)}
    </BulkDialog>
  );
}

/** A county's departments sign many at once, each for itself; nobody else has such an act. */
export function useSignActs(): readonly BulkAct<Entry>[] | undefined {
  const t = useT();
  const me = useMe();
  const own = DEPARTMENTS.filter((department) => hasRole(me, [ROLES[department]]));
  if (own.length === 0) return undefined;
  return own.map((department) => ({
    id: department,
    route: 'POST /admission/applications/{id}/recommend' as const,
    word: t(department === 'agriculture' ? 'review.act.signAgriculture' : 'review.act.signRevitalisation'),
    can: (row) => row.step === 'county',
    ask: (rows, close) => <SignMany entries={rows} department={department} onClose={close} />,
  }));
}
