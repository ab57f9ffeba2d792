/** The app's icons: strokes in the colour of the text, hidden from screen readers, because a word is always beside them. */
export interface IconProps {
  /** In CSS pixels at the ordinary text size; the icon grows with the text. */
  readonly size?: number;
}

export function TodayIcon({ size }: IconProps) {
  return <Drawn size={size} path="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 3.5v17M15 4.4v15.2M18 6.4v11.2" />;
}

export function PeopleIcon({ size }: IconProps) {
  return (
    <Drawn
      size={size}
      path="M9 4.8a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8ZM2.8 19.5c.6-3.5 3-5.3 6.2-5.3s5.6 1.8 6.2 5.3M15.6 5.2a3.2 3.2 0 0 1 0 6M17.4 14.6c2.1.6 3.4 2.2 3.8 4.9"
    />
  );
}

export function TeamIcon({ size }: IconProps) {
  return (
    <Drawn
      size={size}
      path="M4 5.5h16v13H4ZM9 9.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6ZM6.2 16a2.8 2.8 0 0 1 5.6 0M14.5 10h3M14.5 13.5h3"
    />
  );
}

export function BarsIcon({ size }: IconProps) {
  return <Drawn size={size} path="M3.5 20.5h17M6.5 17v-4M12 17V5.5M17.5 17V9" />;
}

export function BackIcon({ size }: IconProps) {
  return <Drawn size={size} path="M14.5 5.5 8 12l6.5 6.5" />;
}

export function SearchIcon({ size }: IconProps) {
  return <Drawn size={size} path="M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13ZM15.3 15.3 20 20" />;
}

export function ChatIcon({ size }: IconProps) {
  return <Drawn size={size} path="M4 19.5 5.2 16A8 8 0 1 1 8.5 19ZM9 10h6.5M9 13.2h4" />;
}

export function ClockIcon({ size }: IconProps) {
  return <Drawn size={size} path="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM12 7.5V12l3 2" />;
}

export function OfflineIcon({ size }: IconProps) {
  return (
    <Drawn
      size={size}
      path="M4 4l16 16M8.2 8.4A5.6 5.6 0 0 0 7 19h10.5M10.5 7.2A5.6 5.6 0 0 1 17.5 12a3.6 3.6 0 0 1 3 5.3"
    />
  );
}

export function AttentionIcon({ size }: IconProps) {
  return <Drawn size={size} path="M12 4 2.8 19.5h18.4ZM12 10v4.5M12 17.2v.1" />;
}

export function LockIcon({ size }: IconProps) {
  return (
    <Drawn
      size={size}
      path="M6.5 11h11a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3"
    />
  );
}

export function PauseIcon({ size }: IconProps) {
  return <Drawn size={size} path="M9 5.5v13M15 5.5v13" />;
}

export function PhoneIcon({ size }: IconProps) {
  return (
    <Drawn size={size} path="M8 3.5h8a1 1 0 0 1 1 1v15a1 1 0 0 1-1 1H8a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1ZM11 17.5h2" />
  );
}

export function BagIcon({ size }: IconProps) {
  return <Drawn size={size} path="M6 8h12l1 12H5ZM9 10V7a3 3 0 0 1 6 0v3" />;
}

export function CloseIcon({ size }: IconProps) {
  return <Drawn size={size} path="M6 6l12 12M18 6 6 18" />;
}

export function CakeIcon({ size }: IconProps) {
  return (
    <Drawn
      size={size}
      path="M4.5 20.5h15M6 20.5v-7.5h12v7.5M6 16.5c2 1.6 4 1.6 6 0s4-1.6 6 0M12 13V9.5M12 6.8c1.2-1 1.2-2 0-3.3-1.2 1.3-1.2 2.3 0 3.3Z"
    />
  );
}

export function StarIcon({ size }: IconProps) {
  return <Drawn size={size} path="m12 4 2.3 5.2 5.7.6-4.3 3.8 1.2 5.6L12 16.3l-4.9 2.9 1.2-5.6L4 9.8l5.7-.6Z" />;
}

export function TagIcon({ size }: IconProps) {
  return <Drawn size={size} path="M4 4.5h7.5l8 8-7 7-8-8ZM8.3 8.3h.01" />;
}

export function LanguageIcon({ size }: IconProps) {
  return (
    <Drawn
      size={size}
      path="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM3.5 12h17M12 3.5c2.5 2.6 3.5 5.4 3.5 8.5s-1 5.9-3.5 8.5c-2.5-2.6-3.5-5.4-3.5-8.5s1-5.9 3.5-8.5Z"
    />
  );
}

export function EraseIcon({ size }: IconProps) {
  return <Drawn size={size} path="M8.6 5.5H20a1 1 0 0 1 1 1v11a1 1 0 0 1-1 1H8.6L3 12ZM11 9.5l5 5M16 9.5l-5 5" />;
}

export function LeaveIcon({ size }: IconProps) {
  return <Drawn size={size} path="M14 4.5H6a1 1 0 0 0-1 1v13a1 1 0 0 0 1 1h8M10.5 12H20M16.5 8.5 20 12l-3.5 3.5" />;
}

export interface DrawnProps {
  readonly size: number | undefined;
  readonly path: string;
}

/** Draws one path in a 24 × 24 box. */
export function Drawn({ size = 20, path }: DrawnProps) {
  const side = `${size / 16}rem`;
  return (
    <svg
      viewBox="0 0 24 24"
      width={side}
      height={side}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}
