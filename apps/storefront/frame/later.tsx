import { ErrorBoundary, needWords } from '@xihuo/ui';
import { lazy, Suspense, useEffect, useRef, useState, type ComponentType } from 'react';
import { parts, type PartName } from '../words';

/** A part of a page in a chunk of its own, with the words it says; for what is opened by a touch. */
export function lazyPart<Name extends string, Props extends object>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
  ...said: PartName[]
): ComponentType<Props> {
  return lazy(async () => {
    const [module] = await Promise.all([load(), needWords(said.map((part) => parts[part]))]);
    return { default: module[name] };
  }) as unknown as ComponentType<Props>;
}

/** True once it came near the screen, or as soon as keys are used: who reads by keyboard, or searches in the page, does not scroll. */
function useNear() {
  const place = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    if (near || !place.current) return undefined;
    const come = () => setNear(true);
    const watcher = new IntersectionObserver(([entry]) => entry?.isIntersecting && come(), { rootMargin: '200px' });
    watcher.observe(place.current);
    window.addEventListener('keydown', come, { once: true });
    return () => {
      watcher.disconnect();
      window.removeEventListener('keydown', come);
    };
  }, [near]);
  return { place, near };
}

/**
 * A part of a page below its first view, as `lazyPart`: it is fetched when it comes near. Until then, and on a page that the server
 * draws, its place is kept free, as tall as `room` (a class) says.
 */
export function later<Name extends string, Props extends object>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
  ...said: PartName[]
): ComponentType<Props & { id?: string; room: string }> {
  const Part = lazyPart(load, name, ...said);
  return function Later({ id, room, ...props }) {
    const { place, near } = useNear();
    const kept = <div className={room} />;
    return (
      <div ref={place} id={id} className="scroll-mt-20">
        {near ? (
          <ErrorBoundary>
            <Suspense fallback={kept}>
              <Part {...(props as unknown as Props)} />
            </Suspense>
          </ErrorBoundary>
        ) : (
          kept
        )}
      </div>
    );
  };
}
