export const support = {
  heading: 'Support',
  support: 'Support',
  open: 'Open.',
  closed: 'Closed.',
  openedBy: (who: string) => `Asked by ${who}`,
  disputedShort: 'The line check is disputed: it is a cell phone.',
  title: (name: string) => `Ask support about ${name}`,
  intro:
    'Everything that is known goes along: the whole timeline, the provider’s codes and the carrier. The answer comes by email and shows in the contact’s details.',
  disputed: (chip: string) => `The check says “${chip}”. I know better: it is a cell phone that gets texts.`,
  message: 'What should support know?',
  messageHint: 'For example what the customer told you. At most 2,000 characters.',
  ask: 'Ask support',
  asking: 'Asking…',
};

export const replies = {
  title: (name: string) => `${name} has written back`,
  markRead: 'Mark as read',
  marking: 'Marking…',
  marked: 'Marked as read.',
  optOut: 'They want no more texts',
  optingOut: 'Opting out…',
  optOutHint:
    'An opt-out holds for every site and cannot be taken back by you: only they can, by texting START.',
};
