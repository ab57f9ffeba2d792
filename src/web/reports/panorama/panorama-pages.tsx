/** The Panorama or one of its lists, in one file of code, so that the app that is loaded first names one file. */
import { PanoramaList } from './panorama-list.tsx';
import { PanoramaScreen } from './panorama-screen.tsx';

/** `list`: the name of the list; empty for the Panorama itself. */
export function PanoramaPages({ list }: { readonly list: string }) {
  return list === '' ? <PanoramaScreen /> : <PanoramaList />;
}
