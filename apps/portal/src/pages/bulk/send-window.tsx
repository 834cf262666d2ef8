import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Send } from 'lucide-react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { bulkKeys, bulkPreviewQuery, bulkScopeIn, bulkSearch, startBulkRun } from '../../api/bulk.ts';
import type { Permission } from '../../api/welcome-text.ts';
import { paths } from '../../app/paths.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Window } from '../../ui/window.tsx';
import { useWords } from '../../words/words.tsx';
import { PermissionQuestion } from '../welcome-text/permission-question.tsx';
import { PhoneText } from '../welcome-text/phone-preview.tsx';

/** The texts that would go out, how many segments, and how permission was obtained: stated once for all. */
export function BulkSendWindow() {
  const words = useWords();
  const own = words.bulk.many;
  const [asked] = useSearchParams();
  const scope = bulkScopeIn(asked);
  const { siteId, nextAction } = scope;
  const navigate = useNavigate();
  const client = useQueryClient();
  const preview = useQuery(bulkPreviewQuery(scope));
  const [permission, setPermission] = useState<Permission | null>(null);
  const [tried, setTried] = useState(false);
  const sending = useMutation({
    mutationFn: (stated: Permission) => startBulkRun({ kind: 'send', permission: stated, ...scope }),
    onSuccess: async (run) => {
      await client.invalidateQueries({ queryKey: bulkKeys.all });
      await navigate(paths.bulkRun(run.id));
    },
  });
  const leave = (): void => {
    const search = bulkSearch(nextAction === undefined ? {} : { nextAction });
    void navigate(siteId === undefined ? { pathname: paths.bulk, search } : paths.site(siteId));
  };
  return (
    <Window title={own.sendTitle} onClose={leave}>
      <form
        noValidate
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (permission !== null && !sending.isPending) sending.mutate(permission);
        }}
      >
        <div className="dialog-body form">
          {preview.isPending && <Skeleton lines={4} kind="text" />}
          {preview.isError && <ProblemNotice error={preview.error} />}
          {preview.data !== undefined && (
            <>
              {nextAction !== undefined && <p>{own.onlyStep(words.home.actions[nextAction])}</p>}
              <p className="lead">{own.toSend(preview.data.toSend, preview.data.segments)}</p>
              {preview.data.toValidate > 0 && (
                <Notice tone="info">
                  <p>{own.validateFirst(preview.data.toValidate)}</p>
                </Notice>
              )}
              <div className="bulk-texts">
                {preview.data.texts.map(({ language, contacts, segments, example, to }) => (
                  <PhoneText
                    key={language}
                    label={words.languages[language]}
                    above={own.textOf(words.languages[language], contacts)}
                    below={own.exampleFor(to, segments)}
                    language={language}
                    text={example}
                  />
                ))}
              </div>
              <p className="muted">{own.daytime}</p>
              <PermissionQuestion
                value={permission}
                missing={tried && permission === null}
                onChange={setPermission}
              />
            </>
          )}
          {sending.isError && <ProblemNotice error={sending.error} />}
        </div>
        <div className="dialog-footer">
          <ActionButton onPress={leave}>{words.common.cancel}</ActionButton>
          <ActionButton
            type="submit"
            tone="primary"
            icon={<Send aria-hidden />}
            isDisabled={preview.data === undefined || preview.data.toSend === 0}
            pendingWords={sending.isPending ? own.starting : null}
          >
            {own.sendNow(preview.data?.toSend ?? 0)}
          </ActionButton>
        </div>
      </form>
    </Window>
  );
}
