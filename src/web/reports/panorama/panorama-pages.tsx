/** The Panorama, one of its lists or another report, in one file of code, so that the app that is loaded first names one file. */
import { lazy, type ReactNode, Suspense } from 'react';
import { Skeleton } from '#web/ui/notices/states.tsx';
import { PanoramaList } from './panorama-list.tsx';
import { PanoramaScreen } from './panorama-screen.tsx';

const BeforeAfterScreen = lazy(async () => ({
  default: (await import('#web/reports/before-after/before-after-screen.tsx')).BeforeAfterScreen,
}));

export interface PanoramaPagesProps {
  /** The last part of the address; empty for the Panorama itself. */
  readonly list: string;
  /** What the Panorama shows first, such as the silence of each zone now. */
  readonly state?: ReactNode;
}

export function PanoramaPages({ list, state }: PanoramaPagesProps) {
  if (list === '') return <PanoramaScreen state={state} />;
  if (list === 'lista') return <PanoramaList />;
  return (
    <Suspense fallback={<Skeleton label="" rows={4} />}>
      <BeforeAfterScreen />
    </Suspense>
  );
}
