/** Icons of screens that load lazily, kept out of the first load. */
import { Drawn, type IconProps } from './icons.tsx';
import { MOON_PATH, SUN_PATH } from './ring-signs.ts';

export function MoonIcon({ size }: IconProps) {
  return <Drawn size={size} path={MOON_PATH} />;
}

export function SunIcon({ size }: IconProps) {
  return <Drawn size={size} path={SUN_PATH} />;
}

export function SettingsIcon({ size }: IconProps) {
  return (
    <Drawn
      size={size}
      path="M4 7h8M17 7h3M4 17h3M12 17h8M14.5 4.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5ZM9.5 14.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5Z"
    />
  );
}

export function CheckIcon({ size }: IconProps) {
  return <Drawn size={size} path="m5 12.8 4.4 4.4L19 7.2" />;
}

export function QuestionIcon({ size }: IconProps) {
  return (
    <Drawn
      size={size}
      path="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM9.6 9.6a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.8M12 16.6v.1"
    />
  );
}

export function SwapIcon({ size }: IconProps) {
  return <Drawn size={size} path="M4 9h14l-3.5-3.5M20 15H6l3.5 3.5" />;
}

export function NoteIcon({ size }: IconProps) {
  return (
    <Drawn size={size} path="M6 4h12a1 1 0 0 1 1 1v9.5L13.5 20H6a1 1 0 0 1-1-1V5a1 1 0 0 1 1-1ZM8.5 9h7M8.5 12.5h4" />
  );
}

export function StoreIcon({ size }: IconProps) {
  return (
    <Drawn
      size={size}
      path="M5 10.5V19a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-8.5M3.5 9 5.5 4h13l2 5a2.8 2.8 0 0 1-5.6 0 2.9 2.9 0 0 1-5.8 0A2.8 2.8 0 0 1 3.5 9ZM10 20v-5h4v5"
    />
  );
}

export function RefreshIcon({ size }: IconProps) {
  return <Drawn size={size} path="M19.5 12a7.5 7.5 0 1 1-2.2-5.3L20 9.2M20 4.5v4.7h-4.7" />;
}

export function UploadIcon({ size }: IconProps) {
  return <Drawn size={size} path="M12 15.5V4.5M7.5 8.5 12 4l4.5 4.5M4.5 15v3.5a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1V15" />;
}
