import type { Outage } from './inbound.ts';
import type { Text } from './message.ts';
import type { PartialScenario } from './scenario.ts';

/** All texts between one person and our numbers, as the person's phone shows them. */
export interface Conversation {
  /** The person's number. */
  number: string;
  /** The same, as people write it. */
  displayNumber: string;
  /** What the number plays; null where it plays nothing of its own. */
  plays: string | null;
  /** Numbers or Messaging Services that the person has stopped. */
  optedOutOf: string[];
  /** Our number in the latest text. */
  lastSender: string;
  /** Oldest first. */
  texts: Text[];
}

export interface SandboxState {
  inboundUrl: string | null;
  advancedOptOut: boolean;
  latencyMs: number;
  outage: Outage | null;
  /** Whether messages wait for a release. */
  held: boolean;
  /** Messages on their way, held ones included. */
  pending: number;
  /** Our numbers, listed or seen. */
  senders: string[];
  /** Scenarios set by tests. */
  scenarios: Record<string, PartialScenario>;
}
