/** What was typed in a ticket and not sent yet: kept in the tab, over other pages and a reload. */
const PREFIX = 'oto.ticket.';

export function keptReply(id: string): string {
  try {
    return sessionStorage.getItem(PREFIX + id) ?? '';
  } catch {
    return '';
  }
}

export function keepReply(id: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(PREFIX + id);
    else sessionStorage.setItem(PREFIX + id, text);
  } catch {
    // Kept on the screen only.
  }
}

/** On signing out. */
export function forgetReplies(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // No storage, nothing kept.
  }
}
