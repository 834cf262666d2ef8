/** A local look-alike of Twilio's SMS and Lookup APIs, for development and tests. */
export type { Clock } from './clock.ts';
export { SandboxControl } from './control-client.ts';
export type { Conversation, SandboxState } from './control-types.ts';
export type { ReplyResult, Settings } from './inbound.ts';
export { magicNumber, magicNumbers } from './magic-numbers.ts';
export type { MagicNumber } from './magic-numbers.ts';
export type { Text } from './message.ts';
export { startSandbox } from './sandbox.ts';
export type { Sandbox, SandboxOptions } from './sandbox.ts';
export type { CallbackPlan, LookupOutcome, PartialScenario, Scenario, SendOutcome } from './scenario.ts';
export type { Sender } from './senders.ts';
export type { CallbackAttempt } from './webhooks.ts';
