import type { FieldError } from '@keyholder/domain/shared/result';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  brandKeys,
  brandQuery,
  editDraft,
  type Brand,
  type BrandDraft,
  type DraftEdit,
} from '../../api/brands.ts';
import { ApiProblem, fieldErrorsOf, isSignedOut, OFFLINE } from '../../api/problem.ts';
import { meKey } from '../../api/session.ts';
import { keep, kept } from '../../forms/kept-draft.ts';
import { useDraftKey } from '../../forms/use-draft-key.ts';
import { applyEdit, fieldsOf, joinEdits, withoutFields } from './apply-edit.ts';

/** Somebody else's edit that was found while saving. */
interface Meanwhile {
  readonly by: string | null;
  readonly fields: readonly string[];
  /** Fields that both changed; nothing is saved over theirs before it is decided. */
  readonly clashes: readonly string[];
}

/** What is typed and not saved yet, kept in this browser. */
interface Unsaved {
  readonly version: number;
  readonly edit: DraftEdit;
}

type SaveState = 'saved' | 'saving' | 'refused' | 'offline';

/** A brand while it is edited: what is typed shows at once and is saved a moment later. */
export interface Studio {
  readonly brand: Brand;
  /** The draft with everything that was typed. */
  readonly draft: BrandDraft;
  readonly state: SaveState;
  readonly meanwhile: Meanwhile | null;
  readonly change: (edit: DraftEdit) => void;
  readonly errorAt: (field: string) => FieldError | null;
  /** Decides about the fields that both changed. */
  readonly settle: (whose: 'mine' | 'theirs') => void;
  readonly dismiss: () => void;
  /** Takes up a brand that another action answered. */
  readonly take: (brand: Brand) => void;
  /** Resolves once everything that was typed is saved; false where it cannot be. */
  readonly flush: () => Promise<boolean>;
}

/** Typing is over after this. */
const PAUSE_MS = 450;
const TRY_AGAIN_MS = 4000;

/** @param brand as it was loaded */
export const useStudio = (brand: Brand): Studio => {
  const client = useQueryClient();
  const key = useDraftKey(`brand.${brand.id}`);
  const [back] = useState(() => kept(key) as Unsaved | null);
  const [edit, setEdit] = useState<DraftEdit>(back?.edit ?? {});
  const [state, setState] = useState<SaveState>('saved');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null);
  /** What the next save sends; state as it is rendered may be older. */
  const waiting = useRef<DraftEdit>(back?.edit ?? {});
  /** The version that what is typed was typed over: where it is older, the server says what came between. */
  const current = useRef(back === null ? brand : { ...brand, version: back.version });
  const saving = useRef<Promise<boolean> | null>(null);
  /** Both changed a field, and nobody has decided yet: nothing is saved until then. */
  const undecided = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);

  const take = useCallback(
    (next: Brand) => {
      current.current = next;
      client.setQueryData(brandKeys.one(next.id), next);
    },
    [client],
  );
  const loaded = useRef(brand);
  useEffect(() => {
    if (brand === loaded.current) return;
    loaded.current = brand;
    if (brand.version >= current.current.version) current.current = brand;
  }, [brand]);

  const setWaiting = (next: DraftEdit): void => {
    waiting.current = next;
    setEdit(next);
    const { version } = current.current;
    keep(key, fieldsOf(next).length === 0 ? null : ({ version, edit: next } satisfies Unsaved));
  };

  /** Somebody else was quicker: their fields come in, mine stay; what both changed is asked about. */
  const merge = async (problem: ApiProblem): Promise<boolean> => {
    const since = problem.problem.editedSince ?? [];
    const fields = [...new Set(since.flatMap((one) => one.fields))];
    const mine = fieldsOf(waiting.current);
    const clashes = fields.filter((field) => mine.includes(field));
    take(await client.fetchQuery({ ...brandQuery(current.current.id), staleTime: 0 }));
    undecided.current = clashes.length > 0;
    setMeanwhile({ by: since.at(-1)?.by ?? null, fields, clashes });
    return clashes.length === 0;
  };

  const save = async (): Promise<boolean> => {
    for (;;) {
      const sent = waiting.current;
      if (fieldsOf(sent).length === 0) {
        setState('saved');
        return true;
      }
      setState('saving');
      try {
        const saved = await editDraft(current.current, sent);
        take(saved);
        setErrors([]);
        setWaiting(waiting.current === sent ? {} : waiting.current);
        // Typed on meanwhile: what was sent is saved, and sent once more with the rest, which changes nothing.
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        if (error.problem.status === 412) {
          if (await merge(error)) continue;
          setState('refused');
          return false;
        }
        if (error.problem.code === OFFLINE || error.problem.status >= 500) {
          setState('offline');
          timer.current = setTimeout(() => void flush(), TRY_AGAIN_MS);
          return false;
        }
        if (isSignedOut(error)) client.setQueryData(meKey, null);
        setErrors(fieldErrorsOf(error));
        setState('refused');
        return false;
      }
    }
  };

  const flush = (): Promise<boolean> => {
    clearTimeout(timer.current);
    if (undecided.current) return Promise.resolve(false);
    saving.current ??= save().finally(() => {
      saving.current = null;
    });
    return saving.current;
  };
  const flushLatest = useRef(flush);
  useEffect(() => {
    flushLatest.current = flush;
  });
  // What was typed last is saved when the page is left, and what could not be saved an earlier time at once.
  useEffect(() => {
    if (fieldsOf(waiting.current).length > 0) void flushLatest.current();
    return () => void flushLatest.current();
  }, []);

  const change = (next: DraftEdit): void => {
    const changed = new Set(fieldsOf(next));
    setErrors((before) => before.filter(({ field }) => !changed.has(field)));
    setWaiting(joinEdits(waiting.current, next));
    setState('saving');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flushLatest.current(), PAUSE_MS);
  };

  return {
    brand,
    draft: applyEdit(brand.draft, edit),
    state,
    meanwhile,
    change,
    errorAt: (field) => errors.find((error) => error.field === field) ?? null,
    settle: (whose) => {
      if (whose === 'theirs') setWaiting(withoutFields(waiting.current, new Set(meanwhile?.clashes)));
      undecided.current = false;
      setMeanwhile(null);
      void flush();
    },
    dismiss: () => setMeanwhile(null),
    take,
    flush,
  };
};
