import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { RequestKind } from '@/utils/injection/condition';
import { type AskedUrlProblem, readAskedUrl } from '@/utils/injection/read-asked-url';
import { t, type TextKey } from '@/utils/platform/texts';
import { FormField } from './FormField';
import { SelectField } from './SelectField';
import type { ExplainedRequest } from './explained-request';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const URL_PROBLEMS: Record<AskedUrlProblem, TextKey> = {
  missing: 'explain.urlMissing',
  malformed: 'explain.urlMalformed',
  scheme: 'explain.urlScheme',
};

interface ExplainFormProps {
  initial: ExplainedRequest;
  /** Undefined when what was typed is no request. */
  onAsk: (request: ExplainedRequest | undefined) => void;
}

/** A request to be explained. What cannot be read stays as it was typed, and is told beside its field. */
export function ExplainForm({ initial, onAsk }: ExplainFormProps): JSX.Element {
  const [typed, setTyped] = useState({ ...initial, page: initial.page ?? '' });
  const [problems, setProblems] = useState<{ url?: string; page?: string }>({});
  const change = (part: Partial<typeof typed>): void => setTyped((before) => ({ ...before, ...part }));
  const submit = (event: Event): void => {
    event.preventDefault();
    const page = typed.page.trim() === '' ? undefined : readAskedUrl(typed.page);
    const origin = page?.ok ? new URL(page.url).origin : undefined;
    const url = readAskedUrl(typed.url, origin);
    setProblems({
      ...(!url.ok && { url: t(URL_PROBLEMS[url.problem]) }),
      ...(page?.ok === false && { page: t('explain.pageMalformed') }),
    });
    const { method, kind } = typed;
    const isReadable = url.ok && page?.ok !== false;
    // How another request went is of no interest to this one.
    onAsk(isReadable ? { url: url.url, method, kind, page: origin, hasOwnHeader: false } : undefined);
  };
  const kinds: Record<RequestKind, string> = {
    call: t('explain.call'),
    link: t('explain.link'),
    load: t('explain.load'),
  };
  const methods = Object.fromEntries([...new Set([...METHODS, initial.method])].map((method) => [method, method]));
  return (
    <form class="explain-form" onSubmit={submit} noValidate>
      <FormField
        name="explain-url"
        label={t('explain.url')}
        kind="url"
        required
        value={typed.url}
        onInput={(url) => change({ url })}
        hint={t('explain.urlHint')}
        problem={problems.url}
      />
      <div class="explain-kinds">
        <SelectField
          label={t('explain.method')}
          value={typed.method}
          choices={methods}
          onChange={(method) => change({ method })}
        />
        <SelectField
          label={t('explain.kind')}
          value={typed.kind}
          choices={kinds}
          onChange={(kind) => change({ kind })}
        />
      </div>
      <FormField
        name="explain-page"
        label={t('explain.page')}
        kind="url"
        value={typed.page}
        onInput={(page) => change({ page })}
        hint={t('explain.pageHint')}
        problem={problems.page}
      />
      <div class="actions">
        <button type="submit" class="primary">
          {t('explain.submit')}
        </button>
      </div>
    </form>
  );
}
