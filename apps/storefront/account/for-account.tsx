import { ErrorState } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { Waiting } from '../admission/reading';
import { ShopSignIn } from './shop-sign-in';
import { useMe } from './use-me';

/** What only an account has: whoever is signed out signs in where the link led, and reads on. */
export function ForAccount({ lead, children }: { lead: string; children: ReactNode }) {
  const { marked, query } = useMe();
  if (!marked) {
    return (
      <div className="max-w-md">
        <ShopSignIn lead={lead} onSignedIn={() => void query.refetch()} />
      </div>
    );
  }
  if (query.data) return children;
  return query.error ? <ErrorState problem={query.error} onRetry={() => void query.refetch()} /> : <Waiting />;
}
