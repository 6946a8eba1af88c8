import { Loading, Skeleton } from '@xihuo/ui';

/** The place of a page that has not come yet: as the server draws it, and as the browser takes it over. */
export function PageWaiting() {
  return (
    <div className="page pt-8 sm:pt-12">
      <Loading>
        <Skeleton className="mb-8 h-8 w-48" />
        <div className="flex flex-col gap-3">
          {['w-full', 'w-11/12', 'w-full', 'w-4/5', 'w-full'].map((width, index) => (
            <Skeleton key={index} className={`h-12 ${width}`} />
          ))}
        </div>
      </Loading>
    </div>
  );
}
