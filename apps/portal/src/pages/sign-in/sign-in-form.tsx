import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Eye, EyeOff } from 'lucide-react';
import { useRef, useState } from 'react';
import { meKey, signIn, SignInError, type Credentials } from '../../api/session.ts';
import { useDraft } from '../../forms/use-draft.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { LineField } from '../../ui/line-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Words } from '../../words/en/index.ts';
import { useWords } from '../../words/words.tsx';

const missing = (field: string, message: string) => ({ field, code: 'empty', message, accepted: '' });

const check = (values: Credentials, words: Words['signIn']) => [
  ...(values.email.trim() === '' ? [missing('email', words.needEmail)] : []),
  ...(values.password === '' ? [missing('password', words.needPassword)] : []),
];

const failureWords = (error: unknown, words: Words): string => {
  if (!(error instanceof SignInError)) return words.problems.crashedAdvice;
  switch (error.failure) {
    case 'wrong':
      return words.signIn.wrong;
    case 'too_many':
      return words.signIn.tooMany;
    case 'offline':
      return words.problems.offline;
    case 'unreadable':
      return words.problems.unreadable(error.status);
  }
};

export function SignInForm() {
  const words = useWords();
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft({ email: '', password: '' }, (values) => check(values, words.signIn), form);
  const [visible, setVisible] = useState(false);
  const signingIn = useMutation({
    mutationFn: () => signIn({ ...draft.values, email: draft.values.email.trim() }),
    onSuccess: () => client.refetchQueries({ queryKey: meKey }),
  });
  return (
    <form
      ref={form}
      noValidate
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!signingIn.isPending && draft.trySubmit()) signingIn.mutate();
      }}
    >
      {signingIn.isError && (
        <Notice tone="error" role="alert">
          <p>{failureWords(signingIn.error, words)}</p>
        </Notice>
      )}
      <LineField
        label={words.signIn.email}
        name="email"
        type="email"
        autoComplete="username"
        startsFocused
        value={draft.values.email}
        onChange={(email) => {
          draft.set('email', email);
        }}
        error={draft.errorAt('email')}
      />
      <LineField
        label={words.signIn.password}
        name="password"
        type={visible ? 'text' : 'password'}
        autoComplete="current-password"
        value={draft.values.password}
        onChange={(password) => {
          draft.set('password', password);
        }}
        error={draft.errorAt('password')}
        beside={
          <IconButton
            label={visible ? words.signIn.hide : words.signIn.show}
            onPress={() => {
              setVisible(!visible);
            }}
          >
            {visible ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
          </IconButton>
        }
      />
      <ActionButton
        type="submit"
        tone="primary"
        pendingWords={signingIn.isPending ? words.signIn.submitting : null}
      >
        {words.signIn.submit}
      </ActionButton>
    </form>
  );
}
