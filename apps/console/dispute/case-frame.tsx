import type { Api } from '@xihuo/ui';
import type { ComponentProps, ReactNode } from 'react';
import { useParams } from 'react-router';
import { Sheet } from '../admission/watching/frame';
import { Page } from '../frame/page';
import { Whole } from '../frame/whole';
import { useT } from '../words';
import { Files } from './files';
import { CaseLines, CaseOutcome, Talk, type Case } from './parts';

interface CaseFrameProps {
  query: ComponentProps<typeof Whole<Case>>['query'];
  back: ComponentProps<typeof Page>['back'];
  /** One file of the case, by the route of whoever reads. */
  read: (api: Api, at: { id: string; fileId: string }) => Promise<Blob>;
  /** What stands beside it: where the case stands, and what the reader may do. */
  side: (one: Case) => ReactNode;
  /** What can be had of it as a whole. */
  actions?: (one: Case) => ReactNode;
}

/** A dispute as everybody reads it: its goods, its outcome, what was said and handed in. */
export function CaseFrame({ query, back, read, side, actions }: CaseFrameProps) {
  const t = useT();
  const { id = '' } = useParams();
  return (
    <Page
      title={query.data ? t('dispute.title', { order: query.data.orderNumber }) : t('dispute.one')}
      back={back}
      actions={query.data && actions?.(query.data)}
      history={{ kind: 'dispute', id }}
    >
      <Whole query={query}>
        {(one) => (
          <Sheet
            main={
              <>
                <CaseOutcome one={one} />
                <CaseLines one={one} />
                <Talk
                  one={one}
                  files={(files) => <Files files={files} read={(api, fileId) => read(api, { id, fileId })} />}
                />
              </>
            }
            side={side(one)}
          />
        )}
      </Whole>
    </Page>
  );
}
