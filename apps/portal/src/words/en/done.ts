/** What a window has done, said on the page. */
export const done = {
  sent: (name: string) => `Welcome text to ${name}: handed over. The status changes by itself.`,
  created: (name: string) => `${name} was added. The welcome text can be sent whenever you are ready.`,
  saved: (name: string) => `Saved: ${name}.`,
  removed: (name: string) => `${name} was removed from the list.`,
  restored: (name: string) => `${name} is back on the list. Earlier links stay dead; send the text again.`,
  asked: (name: string) =>
    `Support was asked about ${name}. The answer comes by email and shows in the details.`,
  undo: 'Undo',
  restoring: 'Putting back…',
};
