/** Customers as support sees them until it says why it needs to: enough to recognise, too little to know. */

/** "Marina Alves" → "M••••• A••••". */
export function maskName(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => [...word][0] + '•'.repeat(Math.min(5, Math.max(1, [...word].length - 1))))
    .join(' ');
}

/** "+5511987654321" → "•••• 4321". */
export function maskPhone(phone: string | null): string | null {
  return phone === null ? null : `•••• ${phone.slice(-4)}`;
}
