import { Dialog, type Output } from '@xihuo/ui';
import { Photograph } from '../pictures/photograph';
import { useT } from '../words';

type Photo = Output<'GET /products/{slug}'>['offers'][number]['words']['pictures'][number];

interface ZoomProps {
  name: string;
  photo: Photo;
  nth: number;
  onClose: () => void;
}

/** One photograph as large as it was handed in: whole, and to be moved about in on a small screen. */
export function Zoom({ name, photo, nth, onClose }: ZoomProps) {
  const t = useT();
  return (
    <Dialog wide open title={t('picture.large')} onClose={onClose}>
      <div tabIndex={0} role="group" aria-label={t('picture.move')} className="-mx-5 -my-4 overflow-auto">
        <Photograph
          photo={photo}
          first
          sizes="200vw"
          alt={t('picture.nthOf', { name, nth })}
          className="aspect-auto w-[200%] max-w-none object-contain md:w-full"
        />
      </div>
    </Dialog>
  );
}
