/**
 * Western mountains, the nearest the darkest, and a seal-red sun: drawn, so that it weighs a kilobyte and needs no photo.
 * The sun stands apart from the ridges, to keep clear of the words at every width.
 */
export function Landscape() {
  return (
    <div aria-hidden className="absolute inset-0 overflow-hidden">
      <span className="absolute right-4 bottom-11 size-13 rounded-full bg-cinnabar md:max-xl:in-data-elder:hidden sm:right-[14%] sm:bottom-[42%] sm:size-24" />
      <svg viewBox="0 0 1440 360" preserveAspectRatio="xMaxYMax slice" className="absolute inset-0 size-full">
        <path
          className="fill-green"
          opacity="0.12"
          d="M0 268 130 214l60 22 150-78 96 58 70-30 130 68 118-96 92 54 84-40 140-92 74 58 66-34 120 86 110-34v204H0z"
        />
        <path
          className="fill-green"
          opacity="0.22"
          d="M0 306 160 262l84 26 128-52 110 44 140-30 96 36 150-74 108 56 92-34 130-58 112 66 130-36v166H0z"
        />
        <path
          className="fill-pine"
          opacity="0.85"
          d="M0 338 210 318l140 14 170-26 180 22 160-12 150-34 130 36 140-26 160 24v44H0z"
        />
        <g className="stroke-pine-ink" strokeWidth="1.2" fill="none" opacity="0.5">
          <path d="M760 348c90-14 180-30 270-38M860 352c110-18 190-34 300-36M1000 354c120-16 230-26 360-24" />
        </g>
      </svg>
    </div>
  );
}
