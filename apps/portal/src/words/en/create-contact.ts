export const createContact = {
  title: 'Create a Contact',
  whoBelongs:
    'Only people who may decide belong on this list: those who may request dispatch or have the alarm disregarded.',
  submit: 'Create',
  submitting: 'Creating…',
  conflict: (name: string) => `Open ${name}`,
};
