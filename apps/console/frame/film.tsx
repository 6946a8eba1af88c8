import { useSource } from './use-source';

/** A film from memory; it plays when it is told to. Without a moment named, some browsers show an empty frame until then. */
export function Film({ title, file }: { title: string; file: Blob }) {
  return (
    <video
      ref={useSource<HTMLVideoElement>(file, '#t=0.001')}
      controls
      playsInline
      preload="metadata"
      aria-label={title}
      className="max-h-[72dvh] w-full rounded-md border border-line-strong bg-sunken"
    />
  );
}
