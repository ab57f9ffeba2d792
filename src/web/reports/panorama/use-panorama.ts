/** Reads the Panorama and the lists behind its figures. Readings are dropped when the turn ends, like those of customers. */
import type { Panorama, ReportAttempts } from '#contract/reports/panorama.ts';
import { ask } from '#web/shell/api/call.ts';
import { keys } from '#web/shell/api/keys.ts';
import type { Shape } from '#web/shell/api/routes.ts';
import { type Shown, usePages, useRead } from '#web/shell/api/use-read.ts';
import { useTimeText } from '#web/shell/shop-context.tsx';
import { askedOf, type ListFilter, type PanoramaFilter } from './panorama-filter.ts';

export type ReportLine = Shape<typeof ReportAttempts>['items'][number];

export function usePanorama(filter: PanoramaFilter): Shown<Panorama> {
  const { today } = useTimeText();
  const query = new URLSearchParams(askedOf(filter, today)).toString();
  return useRead(`${keys.customers}/panorama/${query}`, (signal) => ask(`/reports/panorama?${query}`, signal));
}

/** Returns the query of a list, for reading and for the export. */
export function useListQuery({ evento, hora, versao, ...filter }: ListFilter): string {
  const { today } = useTimeText();
  return new URLSearchParams({
    event: evento,
    ...(hora !== '' && { hour: hora }),
    ...(versao !== '' && { version: versao }),
    ...askedOf(filter, today),
  }).toString();
}

export function useReportLines(query: string) {
  return usePages<ReportLine>(`${keys.customers}/panorama-list/${query}`, (cursor, signal) => {
    const asked = new URLSearchParams(query);
    if (cursor !== null) asked.set('cursor', cursor);
    return ask(`/reports/attempts?${asked}`, signal);
  });
}
