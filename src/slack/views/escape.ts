/** Keeps text that comes from users or from the store from being read as markup: it can then ping nobody. */

/** Escapes the three characters that Slack's mrkdwn reads. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Cuts a text to a length in characters, with an ellipsis; for labels only, never for answers. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).trimEnd()}…`;
}
