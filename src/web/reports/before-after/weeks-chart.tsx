/** Draws the weeks of a measure as points with their intervals, and the change between them. A table nearby has the same numbers. */
import * as Plot from '@observablehq/plot';
import { useEffect, useRef } from 'react';
import type { Language } from '#contract/core/common.ts';
import type { ComparedMeasure } from '#contract/reports/before-after.ts';
import { shortDate } from '#words/core/format.ts';
import styles from './before-after.module.css';
import { valueText, type Week } from './use-before-after.ts';

export interface WeeksChartProps {
  readonly language: Language;
  readonly measure: ComparedMeasure;
  readonly weeks: readonly Week[];
  /** What the picture shows, for screen readers. */
  readonly label: string;
  /** The word at the line of the change. */
  readonly cut: string;
}

const HEIGHT = 210;

export function WeeksChart({ label, ...drawn }: WeeksChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const { language, measure, weeks, cut } = drawn;
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    let width = 0;
    const watcher = new ResizeObserver(([entry]) => {
      const now = Math.floor(entry?.contentRect.width ?? 0);
      if (now === width || now === 0) return;
      width = now;
      element.replaceChildren(draw({ language, measure, weeks, cut }, width));
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [language, measure, weeks, cut]);
  return <div ref={box} className={styles.chart} role="img" aria-label={label} />;
}

function draw({ language, measure, weeks, cut }: Omit<WeeksChartProps, 'label'>, width: number): Element {
  const write = valueText(language, measure);
  const points = weeks.map((week, index) => ({ ...week, index, ...week.estimate }));
  const isKnown = ({ estimate }: Week) => estimate !== null;
  const firstAfter = points.findIndex(({ isAfter }) => isAfter);
  const every = Math.max(1, Math.ceil(points.length / Math.max(2, Math.floor(width / 64))));
  const side = (isAfter: boolean) => points.filter((week) => isKnown(week) && week.isAfter === isAfter);
  const marks = (isAfter: boolean) => {
    const colour = isAfter ? 'var(--leaf)' : 'var(--dusk)';
    return [
      Plot.ruleX(side(isAfter), { x: 'index', y1: 'low', y2: 'high', stroke: colour, strokeWidth: 2 }),
      // Before and after differ by shape too, not by colour alone.
      Plot.dot(side(isAfter), {
        x: 'index',
        y: 'value',
        r: 4.5,
        symbol: isAfter ? 'circle' : 'diamond',
        fill: isAfter ? colour : 'var(--card)',
        stroke: colour,
        strokeWidth: 2,
      }),
    ];
  };
  const chart = Plot.plot({
    width,
    height: HEIGHT,
    marginLeft: 44,
    marginTop: 18,
    marginRight: 8,
    x: {
      domain: [-0.5, points.length - 0.5],
      ticks: points.filter(({ index }) => index % every === 0).map(({ index }) => index),
      tickFormat: (index: number) => shortDate(language, points[index]?.from ?? ''),
      label: null,
    },
    y: { zero: true, nice: true, ticks: 4, tickFormat: write, label: null, grid: true },
    marks: [
      Plot.ruleX([firstAfter - 0.5], { stroke: 'currentColor', strokeDasharray: '4 3' }),
      Plot.text([cut], { x: firstAfter - 0.5, frameAnchor: 'top', dy: -14, fill: 'currentColor' }),
      ...marks(false),
      ...marks(true),
    ],
  });
  // The content security policy allows no style elements: the style sheet of this page has these rules.
  for (const sheet of chart.querySelectorAll('style')) sheet.remove();
  chart.setAttribute('aria-hidden', 'true');
  return chart;
}
