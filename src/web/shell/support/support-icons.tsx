/** Icons that only the console needs, so that no seller's phone loads them. */
import { Drawn, type IconProps } from '#web/ui/icons/icons.tsx';

export function StoreIcon({ size }: IconProps) {
  return (
    <Drawn
      size={size}
      path="M5 10.5V19a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-8.5M3.5 9 5.5 4h13l2 5a2.8 2.8 0 0 1-5.6 0 2.9 2.9 0 0 1-5.8 0A2.8 2.8 0 0 1 3.5 9ZM10 20v-5h4v5"
    />
  );
}

export function PlayIcon({ size }: IconProps) {
  return <Drawn size={size} path="M8 5.5v13l10.5-6.5Z" />;
}
