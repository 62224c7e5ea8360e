import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import {
  COPY_FORMATS,
  type CopiedToken,
  type CopyFormat,
  formatPlaceholder,
  formatToken,
} from '@/utils/formats/copy-formats';
import { t } from '@/utils/platform/texts';
import { CheckOption } from './CheckOption';
import { ClearClipboardOption } from './ClearClipboardOption';
import { CopyButton } from './CopyButton';

/** Copies the token in the words of a tool. */
export function CopyFormats(token: CopiedToken): JSX.Element {
  const [hasPlaceholder, setPlaceholder] = useState(false);
  const formats = useRef<HTMLDivElement>(null);
  // What stays at the end of the popup would lie above it.
  useEffect(() => formats.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={formats} class="copy-formats" role="group" aria-label={t('copy.formats')}>
      <ul>
        {COPY_FORMATS.map((format) => {
          const text = hasPlaceholder ? formatPlaceholder(format, token.api_origin) : formatToken(format, token);
          const name = getFormatName(format);
          // The button beside copies the token as such; and what a format cannot say is not offered in it.
          return name === undefined || text === undefined ? null : (
            <li key={format}>
              <CopyButton
                text={text}
                kind={hasPlaceholder ? 'plain' : 'secret'}
                label={t('copy.asFormat', { format: name })}
                caption={name}
                success={t('copy.copiedAs', { format: name })}
              />
            </li>
          );
        })}
      </ul>
      <CheckOption label={t('copy.placeholder')} checked={hasPlaceholder} onChange={setPlaceholder} />
      <ClearClipboardOption />
    </div>
  );
}

/** The names of tools are the same in every language. */
function getFormatName(format: CopyFormat): string | undefined {
  switch (format) {
    case 'token':
      return undefined;
    case 'header':
      return t('copy.header');
    case 'curl':
      return 'curl';
    case 'httpie':
      return 'HTTPie';
    case 'fetch':
      return 'fetch';
    case 'powershell':
      return 'PowerShell';
    case 'env':
      return t('copy.envLine');
    case 'postman':
      return t('copy.postman');
  }
}
