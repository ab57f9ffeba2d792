/** Masks customers for support: enough to recognise a customer, not enough to know who it is. */

/** Masks a name: "Marina Alves" → "M••••• A••••". */
export function maskName(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => [...word][0] + '•'.repeat(Math.min(5, Math.max(1, [...word].length - 1))))
    .join(' ');
}

/** Masks a phone number: "+5511987654321" → "•••• 4321". */
export function maskPhone(phone: string | null): string | null {
  return phone === null ? null : `•••• ${phone.slice(-4)}`;
}
