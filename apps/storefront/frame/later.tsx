import { ErrorBoundary, needWords } from '@xihuo/ui';
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { useNear } from './use-near';
import { parts, type PartName } from '../words';

/** A part of a page in a chunk of its own, with the words it says. */
function chunk<Name extends string, Props extends object>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
  said: readonly PartName[],
): ComponentType<Props> {
  return lazy(async () => {
    const [module] = await Promise.all([load(), needWords(said.map((part) => parts[part]))]);
    return { default: module[name] };
  }) as unknown as ComponentType<Props>;
}

/** A chunk may not come (no network, a new version is out): then its place says so, and the page around it stands. */
function Guarded({ meanwhile, children }: { meanwhile?: ReactNode; children: ReactNode }) {
  return (
    <ErrorBoundary>
      <Suspense fallback={meanwhile}>{children}</Suspense>
    </ErrorBoundary>
  );
}

/** A part of a page that is fetched with its words when it is first shown; for what is opened by a touch. */
export function lazyPart<Name extends string, Props extends object>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
  ...said: PartName[]
): ComponentType<Props> {
  const Part = chunk(load, name, said);
  return function LazyPart(props) {
    return (
      <Guarded>
        <Part {...props} />
      </Guarded>
    );
  };
}

/** Goes to a part of this page by its id, with the eye and with the focus: the next key goes on from there. */
export function goTo(id: string): void {
  const place = document.getElementById(id);
  place?.scrollIntoView();
  place?.focus({ preventScroll: true });
}

/**
 * A part of a page below its first view, as `lazyPart`: it is fetched when it comes near. Until then, and on a page that the server
 * draws, its place is kept free, as tall as `room` (a class) says. `goTo` finds it by its `id`.
 */
export function later<Name extends string, Props extends object>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
  ...said: PartName[]
): ComponentType<Props & { id?: string; room: string }> {
  const Part = chunk(load, name, said);
  return function Later({ id, room, ...props }) {
    const { place, near } = useNear<HTMLDivElement>('200px');
    const kept = <div className={room} />;
    return (
      <div ref={place} id={id} tabIndex={id === undefined ? undefined : -1} className="scroll-mt-20 outline-none">
        {near ? (
          <Guarded meanwhile={kept}>
            <Part {...(props as unknown as Props)} />
          </Guarded>
        ) : (
          kept
        )}
      </div>
    );
  };
}
