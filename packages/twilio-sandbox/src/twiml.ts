import { XMLParser, XMLValidator } from 'fast-xml-parser';

export interface TwimlAnswer {
  /** Texts to send, in order. */
  messages: string[];
  /** What Twilio's debugger would say; null when all is well. */
  problem: string | null;
}

/** With `preserveOrder` each node is one key (its name, or `#text`) and its children. */
type XmlNode = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: true,
  trimValues: false,
  parseTagValue: false,
  htmlEntities: true,
});

function children(node: XmlNode, name: string): XmlNode[] | undefined {
  return node[name] as XmlNode[] | undefined;
}

function textOf(nodes: XmlNode[]): string {
  return nodes.map((node) => (typeof node['#text'] === 'string' ? node['#text'] : '')).join('');
}

/** The words of `<Message>words</Message>` or `<Message><Body>words</Body></Message>`. */
function messageBody(nodes: XmlNode[]): string {
  const bodies = nodes.flatMap((node) => children(node, 'Body') ?? []);
  return (bodies.length > 0 ? textOf(bodies) : textOf(nodes)).trim();
}

/**
 * What a webhook's answer to an inbound message makes Twilio do: TwiML `<Message>`s and `text/plain` are texted
 * to the person, an empty answer is silence. `<Redirect>` and media are reported as a problem, not played.
 */
export function readTwiml(contentType: string, body: string): TwimlAnswer {
  if (body.trim() === '') return { messages: [], problem: null };
  const type = contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === 'text/plain') return { messages: [body], problem: null };
  if (!['text/xml', 'application/xml', 'text/html'].includes(type)) {
    return { messages: [], problem: `12300 Invalid Content-Type: ${type || 'none'}` };
  }
  const valid = XMLValidator.validate(body);
  if (valid !== true) return { messages: [], problem: `12100 Document parse failure: ${valid.err.msg}` };
  const roots = parser.parse(body) as XmlNode[];
  const response = roots.map((root) => children(root, 'Response')).find((found) => found !== undefined);
  if (response === undefined) return { messages: [], problem: '12100 Document parse failure: no <Response>' };
  const messages = response
    .flatMap((node) => {
      const verb = children(node, 'Message') ?? children(node, 'Sms');
      return verb === undefined ? [] : [messageBody(verb)];
    })
    .filter((text) => text !== '');
  const unknown = response
    .flatMap((node) => Object.keys(node))
    .find((name) => !['Message', 'Sms', '#text', '#comment'].includes(name));
  return {
    messages,
    problem: unknown === undefined ? null : `12200 Schema validation warning: <${unknown}> is not played`,
  };
}
