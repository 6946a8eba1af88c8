import { Loading, Skeleton } from '@xihuo/ui';
import { Outlet } from 'react-router';
import { useInBrowser } from './use-in-browser';

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

/** The server drew the frame alone. */
const framed = typeof document !== 'undefined' && document.querySelector('#kept[data-frame]') !== null;

/** Where the page stands. One that is there sooner than its frame was taken over waits for that: what is taken over is what was drawn. */
export function PagePlace() {
  const inBrowser = useInBrowser();
  return inBrowser || !framed ? <Outlet /> : <PageWaiting />;
}
