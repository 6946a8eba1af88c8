import qrcode from 'qrcode-generator';
import { useMemo } from 'react';

/** Light modules around the code: less, and cameras do not find it. */
const QUIET = 4;

/** A code to be read by a phone: dark on white in every theme, or it is not read. */
export function QrPicture({ text, title }: { text: string; title: string }) {
  const { side, path } = useMemo(() => {
    const code = qrcode(0, 'M');
    code.addData(text, 'Byte');
    code.make();
    const count = code.getModuleCount();
    const places = Array.from({ length: count * count }, (_, at) => [Math.floor(at / count), at % count] as const);
    const dark = places.filter(([row, column]) => code.isDark(row, column));
    return {
      side: count + 2 * QUIET,
      path: dark.map(([row, column]) => `M${column + QUIET} ${row + QUIET}h1v1h-1z`).join(''),
    };
  }, [text]);
  return (
    <svg
      role="img"
      aria-label={title}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      className="size-48 rounded-md border border-line"
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
