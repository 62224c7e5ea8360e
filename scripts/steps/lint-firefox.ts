import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as v from 'valibot';
import type { Counts } from './counts.ts';
import { root } from './run-tool.ts';

const Finding = v.object({
  _type: v.picklist(['error', 'warning', 'notice']),
  code: v.string(),
  message: v.string(),
  file: v.optional(v.string(), 'the whole extension'),
  line: v.optional(v.number(), 1),
  column: v.optional(v.number(), 0),
});
export type Finding = v.InferOutput<typeof Finding>;
const Report = v.object({ errors: v.array(Finding), warnings: v.array(Finding), notices: v.array(Finding) });

/** Mozilla's linter on the Firefox build. It fails on all but what Preact is known to do. */
export async function lintFirefox(): Promise<Counts> {
  const build = join(root, '.output/firefox-mv3');
  const program = join(root, 'node_modules/web-ext/bin/web-ext.js');
  const args = [program, 'lint', '--source-dir', build, '--output', 'json', '--no-config-discovery'];
  // Its exit code tells of errors, and so does the report.
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, maxBuffer: 1e8 }).catch(
    (failed: { stdout: string }) => failed,
  );
  const { errors, warnings, notices } = v.parse(Report, JSON.parse(stdout));
  const findings = await Promise.all(
    [...errors, ...warnings, ...notices].map(async (finding) => ({ finding, isKnown: await isKnown(finding, build) })),
  );
  for (const { finding, isKnown } of findings) console.log(`${isKnown ? 'known ' : ''}${formatFinding(finding)}`);
  const failed = findings.filter(({ finding, isKnown }) => !isKnown && finding._type !== 'notice').length;
  return { passed: failed === 0 ? 1 : 0, failed, skipped: 0 };
}

async function isKnown(finding: Finding, build: string): Promise<boolean> {
  if (finding._type !== 'warning' || finding.code !== 'UNSAFE_VAR_ASSIGNMENT') return false;
  const text = await readFile(join(build, finding.file), 'utf8');
  return isPreactsInnerHtml(finding, text);
}

/**
 * True for the one assignment to innerHTML that is Preact's, for its property `dangerouslySetInnerHTML`: recognized by
 * what stands around it, since the file's name changes with its content. Nothing of ours uses that property.
 */
export function isPreactsInnerHtml({ line, column }: Pick<Finding, 'line' | 'column'>, text: string): boolean {
  const code = text.split('\n')[line - 1] ?? '';
  // Columns count from one.
  const [before, after] = [code.slice(0, Math.max(0, column - 1)), code.slice(column - 1)];
  return /^[\w$]+\.innerHTML=([\w$]+)\.__html\)/.test(after) && before.includes('==`dangerouslySetInnerHTML`?');
}

function formatFinding({ _type, code, message, file, line, column }: Finding): string {
  return `${_type} ${code}: ${message} (${file}:${line}:${column})`;
}
