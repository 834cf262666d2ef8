import { IMPORT_FIELDS, NEEDED_FIELDS, type ImportField } from '@keyholder/domain/bulk/import-fields';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { FileCheck, Play } from 'lucide-react';
import { useState } from 'react';
import { bulkKeys, checkImport, resumeBulkRun, type BulkRun, type ImportColumns } from '../../api/bulk.ts';
import { useCount } from '../../format/use-count.ts';
import { useKeptState } from '../../forms/use-kept-state.ts';
import { ActionButton } from '../../ui/action-button.tsx';
import { ChoiceField } from '../../ui/choice-field.tsx';
import { LiveStatus } from '../../ui/live-status.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProblemNotice } from '../../ui/problem-notice.tsx';
import { useWords } from '../../words/words.tsx';
import { DefaultsFields } from './defaults-fields.tsx';
import { RunItems } from './run-items.tsx';

const NONE = '';

/** Names the columns, has every row checked, shows the report; only then can it be written. */
export function ImportDraft({ run }: { readonly run: BulkRun }) {
  const words = useWords();
  const own = words.bulk.import;
  const client = useQueryClient();
  const [asChecked] = useState<ImportColumns>(() => ({
    mapping: run.mapping,
    defaults: run.defaults ?? {
      country: new Intl.Locale(window.navigator.language).region ?? 'US',
      timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
  }));
  const [columns, setColumns, kept] = useKeptState(`import.${run.id}`, asChecked);
  const { mapping, defaults } = columns;
  const [isChanged, setChanged] = useState(kept.isBack);
  const keep = (changed: BulkRun): void => {
    client.setQueryData(bulkKeys.run(run.id), changed);
    void client.invalidateQueries({ queryKey: bulkKeys.run(run.id) });
  };
  const checking = useMutation({
    mutationFn: () => checkImport(run.id, columns),
    onSuccess: (checked) => {
      kept.forget();
      setChanged(false);
      keep(checked);
    },
  });
  const starting = useMutation({ mutationFn: () => resumeBulkRun(run.id), onSuccess: keep });
  const missing = NEEDED_FIELDS.filter((field) => mapping[field] === undefined);
  const choices = [
    { id: NONE, text: own.noColumn },
    ...run.columns.map((name, index) => ({
      id: String(index),
      text: name === '' ? own.nameless(index + 1) : name,
    })),
  ];
  const choose = (field: ImportField, id: string): void => {
    setChanged(true);
    const { [field]: _, ...others } = mapping;
    setColumns({ defaults, mapping: id === NONE ? others : { ...others, [field]: Number(id) } });
  };
  const count = useCount();
  const { report } = run;
  const isChecked = run.defaults !== null && !isChanged && report !== null;
  return (
    <>
      <section className="card bulk-card" aria-labelledby="columns-heading">
        <h2 id="columns-heading">{own.columns}</h2>
        <p>{own.columnsIntro(count(run.counts.total))}</p>
        <div className="columns-grid">
          {IMPORT_FIELDS.map((field) => (
            <ChoiceField
              key={field}
              name={field}
              label={words.bulk.fields[field]}
              optional={!NEEDED_FIELDS.some((needed) => needed === field)}
              error={null}
              choices={choices}
              value={mapping[field] === undefined ? NONE : String(mapping[field])}
              onChange={(id) => {
                choose(field, id);
              }}
            />
          ))}
        </div>
        <DefaultsFields
          value={defaults}
          onChange={(next) => {
            setChanged(true);
            setColumns({ mapping, defaults: next });
          }}
        />
        {missing.length > 0 && (
          <Notice tone="warning">
            <p>{own.missing(missing.map((field) => words.bulk.fields[field]).join(', '))}</p>
          </Notice>
        )}
        <div className="contact-actions">
          <ActionButton
            tone={isChecked ? 'secondary' : 'primary'}
            icon={<FileCheck aria-hidden />}
            isDisabled={missing.length > 0}
            pendingWords={checking.isPending ? own.checking : null}
            onPress={() => {
              checking.mutate();
            }}
          >
            {own.check}
          </ActionButton>
        </div>
        {checking.isError && <ProblemNotice error={checking.error} />}
      </section>
      <LiveStatus>
        {isChecked && (
          <section className="card bulk-card" aria-labelledby="report-heading">
            <h2 id="report-heading">{own.report}</h2>
            <p className="lead">
              {own.creates(count(report.create), report.create, count(report.newSites), report.newSites)}
            </p>
            {(['onList', 'refused', 'landlines'] as const)
              .filter((kind) => report[kind] > 0)
              .map((kind) => (
                <p key={kind}>{own.others[kind](count(report[kind]), report[kind])}</p>
              ))}
            <p className="muted">{own.nothingSent}</p>
            <div className="contact-actions">
              <ActionButton
                tone="primary"
                icon={<Play aria-hidden />}
                isDisabled={report.create === 0}
                pendingWords={starting.isPending ? own.starting : null}
                onPress={() => {
                  starting.mutate();
                }}
              >
                {own.write(count(report.create))}
              </ActionButton>
            </div>
            {starting.isError && <ProblemNotice error={starting.error} />}
          </section>
        )}
      </LiveStatus>
      {isChecked && report.refused > 0 && (
        <RunItems run={run} heading={own.refusedRows} filter={{ verdict: 'refused' }} />
      )}
      {isChecked && report.create > 0 && (
        <RunItems run={run} heading={own.goodRows} filter={{ verdict: 'create' }} />
      )}
    </>
  );
}
