/** A tiny line of one series without axes; gaps stay gaps. It decorates numbers that stand beside it, so screen readers skip it. */
export function Sparkline({ values, width = 64, height = 18 }: { readonly values: readonly (number | undefined)[]; readonly width?: number; readonly height?: number }) {
  const known = values.filter((value): value is number => value !== undefined);
  if (known.length < 2) return <svg width={width} height={height} aria-hidden="true" />;
  const least = Math.min(...known);
  const spread = Math.max(...known) - least;
  const x = (position: number) => 2 + (position / (values.length - 1)) * (width - 6);
  const y = (value: number) => (spread === 0 ? height / 2 : height - 3 - ((value - least) / spread) * (height - 6));
  const path = values.map((value, position) => (value === undefined ? '' : `${isGap(values, position) ? 'M' : 'L'}${x(position).toFixed(1)},${y(value).toFixed(1)}`)).join('');
  const last = values.findLastIndex((value) => value !== undefined);
  return (
    <svg className="sparkline" width={width} height={height} aria-hidden="true">
      <path d={path} fill="none" />
      <circle cx={x(last)} cy={y(values[last] ?? 0)} r="2" />
    </svg>
  );
}

const isGap = (values: readonly (number | undefined)[], position: number): boolean => position === 0 || values[position - 1] === undefined;
