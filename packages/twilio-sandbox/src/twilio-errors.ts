/**
 * Twilio's error codes that the sandbox can answer with. `status` is the HTTP status where the code can be
 * the answer to a request; codes without one appear only in callbacks and in a message's `error_code`.
 * Meanings: https://www.twilio.com/docs/api/errors/<code>
 */
interface ErrorEntry {
  status?: number;
  message: string;
}

const entries: Record<number, ErrorEntry> = {
  11200: { message: 'HTTP retrieval failure' },
  12100: { message: 'Document parse failure' },
  12200: { message: 'Schema validation warning' },
  12300: { message: 'Invalid Content-Type' },
  20001: { status: 400, message: 'Unknown parameters' },
  20003: { status: 401, message: 'Authenticate' },
  20404: { status: 404, message: 'The requested resource was not found' },
  20429: { status: 429, message: 'Too Many Requests' },
  20500: { status: 500, message: 'Internal Server Error' },
  20503: { status: 503, message: 'Service Unavailable' },
  21211: { status: 400, message: "Invalid 'To' Phone Number" },
  21212: { status: 400, message: "Invalid 'From' Number" },
  21217: { status: 400, message: 'Phone number does not appear to be valid' },
  21408: {
    status: 400,
    message: "Permission to send an SMS has not been enabled for the region indicated by the 'To' number",
  },
  21602: { status: 400, message: 'Message body is required.' },
  21603: {
    status: 400,
    message: "A 'From' or 'MessagingServiceSid' parameter is required to send a message.",
  },
  21604: { status: 400, message: "A 'To' phone number is required." },
  21606: {
    status: 400,
    message:
      "The 'From' phone number provided is not a valid message-capable Twilio phone number for this destination.",
  },
  21608: { status: 400, message: "The 'to' phone number provided is not yet verified for this account." },
  21609: { status: 400, message: "The 'StatusCallback' URL is not a valid URL." },
  21610: { status: 400, message: 'Attempt to send to unsubscribed recipient' },
  21611: {
    status: 400,
    message: "This 'From' number has exceeded the maximum number of queued messages",
  },
  21612: { status: 400, message: "The 'To' phone number is not currently reachable via SMS" },
  21614: { status: 400, message: "'To' number is not a valid mobile number" },
  21617: { status: 400, message: 'The concatenated message body exceeds the 1600 character limit' },
  21624: { status: 400, message: 'Invalid validity period value' },
  21635: { status: 400, message: "'To' number cannot be a landline" },
  21659: { status: 400, message: "'From' is not a Twilio phone number or Short Code country mismatch" },
  21701: { status: 404, message: 'The Messaging Service does not exist' },
  21705: { status: 400, message: 'The Messaging Service is invalid' },
  30001: { message: 'Queue overflow' },
  30002: { message: 'Account suspended' },
  30003: { message: 'Unreachable destination handset' },
  30004: { message: 'Message blocked' },
  30005: { message: 'Unknown destination handset' },
  30006: { message: 'Landline or unreachable carrier' },
  30007: { message: 'Message filtered' },
  30008: { message: 'Unknown error' },
  30022: { message: 'US A2P 10DLC - Rate Limits Exceeded' },
  30034: { message: 'US A2P 10DLC - Message from an Unregistered Number' },
  30036: { message: 'Validity Period Expired' },
  30410: { message: 'Provider Timeout Error' },
  30450: { message: 'Message delivery blocked' },
  30500: { message: 'Twilio Internal Error' },
};

/** What a code means, in Twilio's words; a neutral sentence for a code the table has not. */
export function errorMessage(code: number): string {
  return entries[code]?.message ?? `Error ${code}`;
}

/** Twilio's JSON error body. */
export interface TwilioErrorBody {
  code: number;
  message: string;
  more_info: string;
  status: number;
}

/** Thrown by a route, answered as Twilio answers it. */
export class TwilioError extends Error {
  readonly body: TwilioErrorBody;

  /** `status` overrides the table's HTTP status; codes without one answer 400. */
  constructor(code: number, options: { message?: string; status?: number } = {}) {
    const message = options.message ?? errorMessage(code);
    super(message);
    this.body = {
      code,
      message,
      more_info: `https://www.twilio.com/docs/errors/${code}`,
      status: options.status ?? entries[code]?.status ?? 400,
    };
  }
}
