import { useId } from 'react';
import { Link } from 'react-router';
import { layOut, type Band, type Side } from './shares';

export interface Pairing {
  key: string;
  east: { code: string; name: string };
  west: { code: string; name: string };
  value: number;
  said: string;
  to: string;
}

const ROOM = { band: 340, least: 26, gap: 10 };
/** Bands lie between the names, in percent of the width. */
const [LEFT, RIGHT] = [26, 62];
const MIDDLE = (LEFT + RIGHT) / 2;

function shapeOf({ left, right, thick }: Band): string {
  return (
    `M${LEFT} ${left} C${MIDDLE} ${left} ${MIDDLE} ${right} ${RIGHT} ${right} ` +
    `V${right + thick} C${MIDDLE} ${right + thick} ${MIDDLE} ${left + thick} ${LEFT} ${left + thick} Z`
  );
}

interface FlowProps {
  title: string;
  description: string;
  pairings: readonly Pairing[];
}

/** What the provinces of the East bought from those they are paired with, both sides in the order of their codes: no ranking, no map. */
export function FlowPicture({ title, description, pairings }: FlowProps) {
  const id = useId();
  const { east, west, bands, height } = layOut(
    pairings.map(({ east: { code: from }, west: { code: to }, value }) => ({ from, to, value })),
    ROOM,
  );
  const nameOf = (side: 'east' | 'west', code: string) => pairings.find((one) => one[side].code === code)![side].name;
  const pairingOf = (band: Band) => pairings.find((one) => one.east.code === band.from && one.west.code === band.to)!;
  return (
    <svg
      role="group"
      aria-labelledby={`${id}-title ${id}-text`}
      width="100%"
      height={height}
      className="block max-w-[52rem] overflow-visible"
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-text`}>{description}</desc>
      <svg viewBox={`0 0 100 ${height}`} width="100%" height={height} preserveAspectRatio="none">
        {bands.map((band, at) => {
          const { key, to, said } = pairingOf(band);
          return (
            <Link
              key={key}
              to={to}
              aria-label={`${nameOf('east', band.from)} → ${nameOf('west', band.to)} ${said}`}
              className="group"
            >
              <path
                d={shapeOf(band)}
                className={`${at % 2 === 0 ? 'fill-green' : 'fill-slate'} stroke-surface opacity-60 group-hover:opacity-100 group-focus-visible:opacity-100`}
                vectorEffect="non-scaling-stroke"
              />
            </Link>
          );
        })}
      </svg>
      <Names sides={east} nameOf={(code) => nameOf('east', code)} />
      <Names sides={west} nameOf={(code) => nameOf('west', code)} end />
    </svg>
  );
}

function Names({
  sides,
  nameOf,
  end = false,
}: {
  sides: readonly Side[];
  nameOf: (code: string) => string;
  end?: boolean;
}) {
  return sides.map(({ code, top, height }) => (
    <g key={code} aria-hidden>
      <rect x={end ? `${RIGHT}%` : `${LEFT - 1}%`} y={top} width="1%" height={height} className="fill-ink" />
      <text
        x={end ? `${RIGHT + 2.5}%` : `${LEFT - 2.5}%`}
        y={top + height / 2}
        textAnchor={end ? 'start' : 'end'}
        dominantBaseline="middle"
        className="fill-ink text-sm"
      >
        {nameOf(code)}
      </text>
    </g>
  ));
}
