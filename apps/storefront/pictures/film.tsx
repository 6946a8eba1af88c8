import { useSource } from './use-source';

/** A film from memory: what may be seen is not asked for by an address alone. It plays when it is told to, in its place. */
export function Film({ file, title }: { file: Blob; title: string }) {
  // Without a moment named, telephones show an empty frame until it plays.
  const show = useSource<HTMLVideoElement>(file, '#t=0.001');
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
