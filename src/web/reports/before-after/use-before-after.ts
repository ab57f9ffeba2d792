/** Reads the weeks before and after a change, and writes their values as the reader's language does. */

import type { Language } from '#contract/core/common.ts';
import type { BeforeAfter, ComparedMeasure } from '#contract/reports/before-after.ts';
import { ask } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import { type Shown, useRead } from '#web/shell/api/use-read.ts';

/** The filter of the page, which is in the address. */
export interface BeforeAfterFilter {
  readonly loja: string;
  readonly pessoa: string;
  /** The number of the version; empty: the newest one. */
  readonly versao: string;
}

export const USUAL_CUT: BeforeAfterFilter = { loja: '', pessoa: '', versao: '' };

/** Reads the comparison. Without a version in the filter, the server takes the newest. */
export function useBeforeAfter({ loja, pessoa, versao }: BeforeAfterFilter): Shown<BeforeAfter> {
  const query = new URLSearchParams({
    ...(/^[1-9]\d{0,5}$/.test(versao) && { version: versao }),
    ...(loja !== '' && { storeId: loja }),
    ...(pessoa !== '' && { sellerId: pessoa }),
  }).toString();
  return useRead(`${keys.customers}/before-after/${query}`, (signal) => ask(`/reports/before-after?${query}`, signal));
}

export type Measured = BeforeAfter['measures'][number];
export type Week = Measured['weeks'][number];

/** Returns how values of a measure are written: shares as percentages, contacts a day as numbers. */
export function valueText(language: Language, measure: ComparedMeasure): (value: number) => string {
  const options: Intl.NumberFormatOptions =
    measure === 'contacts' ? { maximumFractionDigits: 1 } : { style: 'percent', maximumFractionDigits: 1 };
  const format = new Intl.NumberFormat(language, options);
  return (value) => format.format(value);
}
