export const createContact = {
  title: 'Create a Contact',
  whoBelongs:
    'Only people who may decide belong on this list: those who may request dispatch or have the alarm disregarded.',
  submit: 'Create',
  submitting: 'Creating…',
  conflict: (name: string) => `Open ${name}`,
  submitAndSend: 'They agreed in person or by phone: create and send',
  copy: 'Copy from another site',
  copySearch: 'Name or phone of the person',
  copyHint: 'Searches the lists of your other sites. The slot number stays free.',
  copyNobody: 'Nobody like that at another site.',
  copyFound: (count: number) => (count === 1 ? '1 person found.' : `${count} people found.`),
  copying: 'Copying…',
  copied: (name: string) => `${name} was copied into the form.`,
  copyNot: 'Don’t copy',
};
