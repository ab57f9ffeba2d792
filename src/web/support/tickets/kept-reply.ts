/** Keeps an unsent reply to a ticket in the browser tab, over other pages and a reload. */
const PREFIX = 'oto.ticket.';

export function readKeptReply(id: string): string {
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
    // Without storage the reply lasts as long as the screen.
  }
}

/** Removes all kept replies, on signing out. */
export function forgetReplies(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
  } catch {
    // Without storage nothing is kept.
  }
}
