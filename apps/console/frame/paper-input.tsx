import { classes } from '@xihuo/ui';
import { useId, type ReactNode } from 'react';

interface PaperInputProps {
  children: ReactNode;
  /** Several at once, as from a gallery. */
  multiple?: boolean;
  accept?: string;
  onFiles: (files: File[]) => void;
  describedBy?: string | undefined;
  look?: 'secondary' | 'quiet';
}

/** Named by kind, not image/*: then a phone offers camera, gallery and files, and an iPhone turns its HEIC into JPEG by itself. */
const PAPERS = 'image/jpeg,image/png,application/pdf';

/** A button that asks for files. The input itself stays in the page for the keyboard and the screen reader. */
export function PaperInput({
  children,
  multiple,
  accept = PAPERS,
  onFiles,
  describedBy,
  look = 'secondary',
}: PaperInputProps) {
  const id = useId();
  return (
    <span className="relative inline-flex">
      <input
        id={id}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-describedby={describedBy}
        className="peer absolute inset-0 size-full cursor-pointer opacity-0"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file may be chosen again after it was refused.
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <label
        htmlFor={id}
        className={classes(
          'pointer-events-none inline-flex min-h-target items-center justify-center rounded-md px-4 text-sm font-medium peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-slate',
          look === 'secondary'
            ? 'border border-line-strong bg-surface text-ink peer-hover:bg-sunken'
            : 'px-2 text-green underline-offset-4 peer-hover:underline',
        )}
      >
        {children}
      </label>
    </span>
  );
}
