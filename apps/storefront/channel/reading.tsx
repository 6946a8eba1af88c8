import { Loading, Skeleton } from '@xihuo/ui';

export function Grey() {
  return (
    <Loading>
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
        {[1, 2, 3, 4, 5, 6].map((place) => (
          <Skeleton key={place} className="h-28" />
        ))}
      </div>
    </Loading>
  );
}
