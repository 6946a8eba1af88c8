import { Card, Notice, useApi } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Page } from '../../frame/page';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { ActButton, type Act } from '../watching/act';
import { CaseFacts, CaseMeasures, Statements } from '../watching/case-page';
import { Said, Sheet } from '../watching/frame';
import { KindBadge, type CaseDetail } from '../watching/states';
import { Until, useSay } from '../watching/today';
import { useOwnPapers } from './own-papers';

function State({ found }: { found: CaseDetail }) {
  const t = useT();
  const papers = useOwnPapers(found.supplier.id);
  const act: Act<'POST /supplier/cases/{id}/statements'> = {
    route: 'POST /supplier/cases/{id}/statements',
    ...{ word: t('own.state'), lead: t('own.state.lead'), done: t('own.state.done'), look: 'primary' },
    fields: [{ name: 'statement', kind: 'area', label: t('own.statement'), least: 4, most: 4000 }],
    extra: papers.picker,
    input: ({ statement = '' }) => ({
      ...{ params: { id: found.id }, version: found.version },
      body: { statement: statement.trim(), files: papers.ids },
    }),
  };
  return <ActButton act={act} />;
}

/** What happened, what follows when nothing is said, until when, and who decides. */
function Next({ found }: { found: CaseDetail }) {
  const t = useT();
  if (found.state === 'closed') return <Notice title={t('case.next.closed')}>{found.outcome}</Notice>;
  return (
    <Notice
      tone={found.state === 'proposed' ? 'bad' : 'attention'}
      title={t(found.state === 'proposed' ? 'own.case.proposed' : 'own.case.open')}
    >
      <Until day={found.statementUntil} />
      <span className="block">{t(found.state === 'proposed' ? 'own.case.otherwise' : 'own.case.openText')}</span>
    </Notice>
  );
}

/** One case about the own supplier. */
export function OwnCasePage() {
  const t = useT();
  const say = useSay();
  const { id = '' } = useParams();
  const query = useApi('GET /supplier/cases/{id}', { params: { id } });
  return (
    <Page
      title={query.data ? say(query.data.ground.name) : t('watch.case')}
      back={{ to: '/admission/own', word: t('menu.own') }}
      history={{ kind: 'case', id }}
    >
      <Whole query={query}>
        {(found) => (
          <Sheet
            main={
              <>
                <Card title={t('case.summary')}>
                  <Said>{say(found.summary)}</Said>
                </Card>
                {found.proposal && (
                  <Card title={t('case.proposal')} aside={<KindBadge kind={found.proposal.kind} />}>
                    <Said>{found.proposal.reason}</Said>
                  </Card>
                )}
                <Statements statements={found.statements} />
                <CaseMeasures measures={found.measures} to="/admission/own/measures" />
              </>
            }
            side={
              <>
                <Next found={found} />
                {found.may.includes('state') && <State found={found} />}
                <CaseFacts found={found} supplier={found.supplier.name} />
              </>
            }
          />
        )}
      </Whole>
    </Page>
  );
}
