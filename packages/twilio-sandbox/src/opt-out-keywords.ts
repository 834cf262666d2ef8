/** What a whole message means to Twilio's opt-out handling; the value of `OptOutType`. */
export type OptOutType = 'STOP' | 'START' | 'HELP';

const stopWords = ['STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT'];
const startWords = ['START', 'YES', 'UNSTOP'];
const helpWords = ['HELP', 'INFO'];

/**
 * The keyword that the whole body is, in any case, with white space around it ignored; null when it is none.
 * Toll-free numbers know only STOP, START and UNSTOP (the network handles them) and Twilio's HELP.
 * https://help.twilio.com/articles/223134027
 */
export function optOutType(body: string, tollFreeSender: boolean): OptOutType | null {
  const word = body.trim().toUpperCase();
  if (tollFreeSender && stopWords.includes(word) && word !== 'STOP') return null;
  if (tollFreeSender && word === 'YES') return null;
  if (stopWords.includes(word)) return 'STOP';
  if (startWords.includes(word)) return 'START';
  return helpWords.includes(word) ? 'HELP' : null;
}

/** Twilio's default replies, and the network's for toll-free numbers. */
export function keywordReply(type: OptOutType, body: string, tollFreeSender: boolean): string {
  const word = body.trim().toLowerCase();
  if (type === 'HELP') return 'Reply STOP to unsubscribe. Msg&Data Rates May Apply.';
  if (tollFreeSender) {
    return type === 'STOP'
      ? `NETWORK MSG: You replied with the word "${word}" which blocks all texts sent from this number. Text back "unstop" to receive messages again.`
      : `NETWORK MSG: You have replied "${word}" and will begin receiving messages again from this number.`;
  }
  return type === 'STOP'
    ? 'You have successfully been unsubscribed. You will not receive any more messages from this number. Reply START to resubscribe.'
    : 'You have successfully been re-subscribed to messages from this number. Reply HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.';
}
