import { Notice, useApi } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Page } from '../../frame/page';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { ActButton, type Act } from '../watching/act';
import { Sheet } from '../watching/frame';
import { Answers, RecheckFacts } from '../watching/rechecks-page';
import type { Recheck } from '../watching/states';
import { Until } from '../watching/today';

/** Each item once: unchanged by default nowhere, since whoever answers must have looked. */
function useAnswers({ id, version, items }: Recheck): Act<'POST /supplier/rechecks/{id}/answers'> {
  const t = useT();
  return {
    route: 'POST /supplier/rechecks/{id}/answers',
    ...{ word: t('own.recheck'), lead: t('own.recheck.lead'), done: t('own.recheck.done'), look: 'primary' },
    fields: items.flatMap((item) => [
      {
        ...{ name: item, kind: 'choice' as const, label: t(`recheckItem.${item}`) },
        choices: (['unchanged', 'changed'] as const).map((value) => ({ value, label: t(`recheck.${value}`) })),
      },
      {
        ...{
          name: `${item}Note`,
          kind: 'area' as const,
          label: t('own.recheck.note', { item: t(`recheckItem.${item}`) }),
        },
        ...{ most: 1000, when: (values: Readonly<Record<string, string>>) => values[item] === 'changed' },
      },
    ]),
    input: (values) => ({
      ...{ params: { id }, version },
      body: {
        answers: items.map((item) => ({
          ...{ item, unchanged: values[item] === 'unchanged' },
          note: values[item] === 'changed' ? (values[`${item}Note`] ?? '').trim() : '',
        })),
      },
    }),
  };
}

function Answer({ recheck }: { recheck: Recheck }) {
  const t = useT();
  const act = useAnswers(recheck);
  return (
    <>
      <Notice
        tone={recheck.state === 'missed' ? 'bad' : 'attention'}
        title={t(recheck.state === 'missed' ? 'own.recheck.missed' : 'own.recheck.open')}
      >
        <Until day={recheck.dueOn} />
        <span className="block">{t(recheck.state === 'missed' ? 'own.recheck.late' : 'own.recheck.otherwise')}</span>
      </Notice>
      <ActButton act={act} />
    </>
  );
}

export function OwnRecheckPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /supplier/rechecks/{id}', { params: { id } });
  return (
    <Page
      title={query.data ? t(`recheckKind.${query.data.kind}`) : t('watch.rechecks')}
      back={{ to: '/admission/own', word: t('menu.own') }}
      history={{ kind: 'recheck', id }}
    >
      <Whole query={query}>
        {(recheck) => (
          <Sheet
            main={<Answers recheck={recheck} />}
            side={
              <>
                {(recheck.state === 'open' || recheck.state === 'missed') && <Answer recheck={recheck} />}
                <RecheckFacts recheck={recheck} supplier={recheck.supplier.name} />
              </>
            }
          />
        )}
      </Whole>
    </Page>
  );
}
