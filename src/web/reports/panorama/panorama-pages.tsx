/** The Panorama, one of its lists or another report, in one file of code, so that the app that is loaded first names one file. */
import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import { Redirect } from '#web/ui/layout/address.tsx';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { PANORAMA_PATH } from './panorama-filter.ts';
import { PanoramaList } from './panorama-list.tsx';
import { PanoramaScreen } from './panorama-screen.tsx';
import { StoreSilence } from './store-silence.tsx';

const BeforeAfterScreen = lazy(async () => ({
  default: (await import('#web/reports/before-after/before-after-screen.tsx')).BeforeAfterScreen,
}));

const AfterWarningScreen = lazy(async () => ({
  default: (await import('#web/reports/after-warning/after-warning-screen.tsx')).AfterWarningScreen,
}));
const SpreadScreen = lazy(async () => ({
  default: (await import('#web/reports/spread/spread-screen.tsx')).SpreadScreen,
}));

const REPORT_SCREENS: Readonly<Record<string, ComponentType>> = {
  'antes-e-depois': BeforeAfterScreen,
  'apos-o-aviso': AfterWarningScreen,
  distribuicao: SpreadScreen,
};

export interface PanoramaPagesProps {
  /** The last part of the address; empty for the Panorama itself. */
  readonly list: string;
  /** What the Panorama shows first, such as the silence of each zone now; without it the silence of the own store. */
  readonly first?: ReactNode;
}

export function PanoramaPages({ list, first = <StoreSilence /> }: PanoramaPagesProps) {
  if (list === '') return <PanoramaScreen first={first} />;
  if (list === 'lista') return <PanoramaList />;
  const Report = REPORT_SCREENS[list];
  if (Report === undefined) return <Redirect to={PANORAMA_PATH} replace />;
  return (
    <Suspense fallback={<Skeleton label="" rows={4} />}>
      <Report />
    </Suspense>
  );
}
