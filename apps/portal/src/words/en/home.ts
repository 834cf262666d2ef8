export const home = {
  title: 'Home',
  overview: 'Sites that meet their minimum',
  ofSites: (sites: string, count: number) =>
    count === 1 ? `of ${sites} site meets its minimum` : `of ${sites} sites meet their minimum`,
  people: (reachable: string, contacts: string, count: number) =>
    count === 1
      ? `${reachable} of ${contacts} contact can be texted about an alarm now`
      : `${reachable} of ${contacts} contacts can be texted about an alarm now`,
  worklist: 'What to do next',
  filter: 'Show only one kind of step',
  all: 'All',
  more: 'Show more',
  nothingToDo: 'Nothing to do here. Whatever changes shows by itself.',
  manyAtOnce: 'Do it for all of them at once',
  reachable: (reachable: number, minimum: number) => `${reachable} of ${minimum} needed`,
  needsPeople: (contacts: number): string =>
    contacts === 0
      ? 'Nobody is on the list yet.'
      : 'Everybody on the list was dealt with, and they are still too few.',
  actions: {
    read_reply: 'Read the reply',
    send: 'Send the welcome text',
    validate: 'Validate',
    resend: 'Send again',
    correct_number: 'Correct the number',
    ask_support: 'Ask support',
    call_customer: 'Call',
    add_contact: 'Add a contact',
    wait: 'Wait',
  },
  /** The step as a sentence. @param name of the contact */
  steps: {
    read_reply: (name: string) => `${name} has written back`,
    send: (name: string) => `Send ${name} the welcome text`,
    validate: (name: string) => `Check the number of ${name}`,
    resend: (name: string) => `Send ${name} the text again`,
    correct_number: (name: string) => `Correct the number of ${name}`,
    ask_support: (name: string) => `Ask support about ${name}`,
    call_customer: (name: string) => `Call ${name}`,
    add_contact: () => 'Add somebody who may decide',
    wait: (name: string) => `Waiting for ${name}`,
  },
  doAdd: (site: string) => `Add a contact to ${site}`,
  doCorrect: (name: string) => `Correct the number of ${name}`,
  doAsk: (name: string) => `Ask support about ${name}`,
  doRead: (name: string) => `Read the reply of ${name}`,
  doCall: (name: string) => `Call ${name}`,
};
