import twilio from 'twilio';

/**
 * True if Twilio signed the webhook with one of the account's tokens (two while one is rotated). The address is
 * built from our own public URL, never from what the request says about itself.
 *
 * @param path path and query as received
 * @param parameters all form fields as received, untrimmed
 */
export const isSignedByTwilio = (
  tokens: readonly string[],
  signature: string,
  publicUrl: URL,
  path: string,
  parameters: Readonly<Record<string, string>>,
): boolean => {
  const url = publicUrl.origin + path;
  return tokens.some((token) => twilio.validateRequest(token, signature, url, { ...parameters }));
};
