/** The filter of the Panorama, which is in the address: the period, the store and the person. */
import type { ReportEvent } from '#contract/reports/panorama.ts';
import { dateAfter } from '#words/core/format.ts';

export const PANORAMA_PATH = '/panorama';
export const LIST_PATH = '/panorama/lista';

export interface PanoramaFilter {
  /** The last so many days, today included; `datas`: from `de` to `ate`. */
  readonly dias: '7' | '30' | '90' | 'datas';
  /** `YYYY-MM-DD`. */
  readonly de: string;
  readonly ate: string;
  readonly loja: string;
  readonly pessoa: string;
}

export const USUAL: PanoramaFilter = { dias: '30', de: '', ate: '', loja: '', pessoa: '' };
export const CHOICES = { dias: ['7', '30', '90', 'datas'] } as const;

/** The filter of a list behind a figure. */
export interface ListFilter extends PanoramaFilter {
  readonly evento: ReportEvent;
  /** `0` to `23`; empty: any hour. */
  readonly hora: string;
  /** Only the hours that this version of the quiet hours keeps quiet; empty: any hour. */
  readonly versao: string;
}

export const USUAL_LIST: ListFilter = { ...USUAL, evento: 'attempted', hora: '', versao: '' };

const A_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Returns the fields of a request for the filter's period, store and person. `today` is a date on the reader's clock. */
export function askedOf({ dias, de, ate, loja, pessoa }: PanoramaFilter, today: string): Record<string, string> {
  const [from, to] = dias === 'datas' ? [de, ate] : [dateAfter(today, 1 - Number(dias)), today];
  const dates = [from, to].filter((date) => A_DATE.test(date));
  const [first, last] = [dates[0], dates.at(-1)];
  return {
    ...(first !== undefined && last !== undefined && { from: first, to: last }),
    ...(loja !== '' && { storeId: loja }),
    ...(pessoa !== '' && { sellerId: pessoa }),
  };
}
