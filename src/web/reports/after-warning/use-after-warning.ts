/** Reads the report on contacts that went on after a warning, and its list. */
import type { AfterWarning, AfterWarningContacts } from '#contract/reports/after-warning.ts';
import { askedOf, type PanoramaFilter } from '#web/reports/panorama/panorama-filter.ts';
import { ask } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import type { Shape } from '#web/shell/api/routes.ts';
import { type Shown, usePages, useRead } from '#web/shell/api/use-read.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';

export type AfterWarningLine = Shape<typeof AfterWarningContacts>['items'][number];

/** Returns the query of the report, of its list and of the export. */
export function useAfterWarningQuery(filter: PanoramaFilter): string {
  const { today } = useTimeText();
  return new URLSearchParams(askedOf(filter, today)).toString();
}

export function useAfterWarning(query: string): Shown<AfterWarning> {
  return useRead(`${keys.customers}/after-warning/${query}`, (signal) =>
    ask(`/reports/sent-after-warning?${query}`, signal),
  );
}

export function useAfterWarningLines(query: string) {
  return usePages<AfterWarningLine>(`${keys.customers}/after-warning-list/${query}`, (cursor, signal) => {
    const asked = new URLSearchParams(query);
    if (cursor !== null) asked.set('cursor', cursor);
    return ask(`/reports/sent-after-warning/contacts?${asked}`, signal);
  });
}
