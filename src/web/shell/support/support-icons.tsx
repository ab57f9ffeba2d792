/** Icons that only the console needs, so that no seller's phone loads them. */
import { Drawn, type IconProps } from '#web/ui/icons/icons.tsx';

export function PlayIcon({ size }: IconProps) {
  return <Drawn size={size} path="M8 5.5v13l10.5-6.5Z" />;
}
