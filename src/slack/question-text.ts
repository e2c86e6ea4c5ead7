/** From the text of a Slack message to the question: markup becomes words, the bot's own mention goes. */

/**
 * Gives the question in a message.
 * @param text as Slack sends it, escaped and with markup
 * @param botUserId whose mentions are taken out, wherever they stand; other mentions stay as words
 */
export function questionText(text: string, botUserId?: string): string {
  return text
    .replace(/<@([^|>]+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) =>
      id === botUserId ? ' ' : ` @${name || id} `,
    )
    .replace(/<#([^|>]+)(?:\|([^>]*))?>/g, (_, id: string, name?: string) => ` #${name || id} `)
    .replace(/<!subteam\^[^|>]+(?:\|([^>]*))?>/g, (_, name?: string) => ` ${name ?? ''} `)
    .replace(/<!(?:date\^[^|>]*\|([^>]*)|[^>]*)>/g, (_, date?: string) => ` ${date ?? ''} `)
    .replace(/<([^|>]+)\|([^>]*)>/g, '$2')
    .replace(/<([a-z]+:[^>]+)>/gi, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/^\s*[:,]\s*/, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Whether somebody asks what can be typed. */
export function asksForHelp(question: string): boolean {
  return /^(?:help|usage|\?)?$/i.test(question);
}
