import { useQueryClient } from '@tanstack/react-query';
import { classes, routeKey, toast, useApi, useProblemText, useSend } from '@xihuo/ui';
import { useNavigate } from 'react-router';
import { useSignedInMark } from '../account/signed-in-mark';
import { Icon } from '../frame/icons';
import { useT } from '../words';

/** Keeps a product for the account, or keeps it no longer; who has no account is led to where one gets it. */
export function FavouriteButton({ slug, className }: { slug: string; className: string }) {
  const t = useT();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const signedIn = useSignedInMark();
  const { data } = useApi('GET /me/favourites', { query: { limit: 1 } }, { enabled: signedIn, staleTime: 60_000 });
  const kept = data?.slugs.includes(slug) ?? false;
  const done = {
    onSuccess: () => {
      toast(t(kept ? 'favourite.gone' : 'favourite.kept'));
      return queries.invalidateQueries({ queryKey: routeKey('GET /me/favourites') });
    },
    onError: (problem: unknown) => toast(problemText(problem), 'bad'),
  };
  const put = useSend('PUT /me/favourites/{slug}', done);
  const drop = useSend('DELETE /me/favourites/{slug}', done);
  const press = () => {
    if (!signedIn) return void navigate('/account');
    if (!put.isPending && !drop.isPending) (kept ? drop : put).mutate({ params: { slug } });
  };
  return (
    <button type="button" aria-pressed={kept} onClick={press} className={classes(className, kept && 'text-cinnabar')}>
      <Icon name={kept ? 'kept' : 'keep'} />
      <span className="text-[0.7rem] leading-tight">{t('favourite.keep')}</span>
    </button>
  );
}
