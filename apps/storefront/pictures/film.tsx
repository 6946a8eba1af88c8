import { useCallback } from 'react';

/** A film from memory: what may be seen is not asked for by an address alone. It plays when it is told to, in its place. */
export function Film({ file, title }: { file: Blob; title: string }) {
  const show = useCallback(
    (element: HTMLVideoElement | null) => {
      if (!element) return undefined;
      const address = URL.createObjectURL(file);
      // Without a moment named, telephones show an empty frame until it plays.
      element.src = `${address}#t=0.001`;
      return () => URL.revokeObjectURL(address);
    },
    [file],
  );
  return (
    <video
      ref={show}
      controls
      playsInline
      preload="metadata"
      aria-label={title}
      className="max-h-[75dvh] w-full rounded-md border border-line bg-sunken"
    />
  );
}
