// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const FOLDER = join(import.meta.dirname, '../../.github/workflows');
const WORKFLOWS = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(join(FOLDER, name), 'utf8') }));

describe.each(WORKFLOWS)('The workflow $name', ({ text }) => {
  it('takes each action at one commit, and says which version that is', () => {
    const actions = [...text.matchAll(/^ +(?:- )?uses: *(.*)$/gm)].map(([, action]) => action);
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.filter((action) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action ?? ''))).toEqual(
      [],
    );
  });

  it('may read by default, and no more', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n\n/m);
  });

  it('runs no code of packages where it may write', () => {
    const jobs = text.split(/^ {2}(?=\w[\w-]*:\n {4}runs-on:)/m).slice(1);
    expect(jobs.length).toBeGreaterThan(0);
    const writing = jobs.filter((job) => /: write$/m.test(job));
    expect(writing.filter((job) => /\b(?:npm|npx|node|\.ci\/run)\b/.test(job.replaceAll(/^ *#.*$/gm, '')))).toEqual([]);
  });

  it('leaves no login of its own in the clone', () => {
    const clones = [...text.matchAll(/uses: actions\/checkout@.*\n +with:\n((?: {10}.*\n)+)/g)].map(
      ([, options]) => options,
    );
    expect(clones.length).toBe(text.match(/actions\/checkout@/g)?.length ?? 0);
    expect(clones.filter((options) => !options?.includes('persist-credentials: false'))).toEqual([]);
  });

  it('puts nothing into a shell that somebody else may have written', () => {
    const commands = [...text.matchAll(/^ +(?:- )?run: (.*(?:\n {10,}.*)*)/gm)].map(([, command]) => command);
    expect(commands.filter((command) => command?.includes('${{'))).toEqual([]);
  });
});

it('A release is drafted only after two machines have made the same bytes', () => {
  const release = readFileSync(join(FOLDER, 'release.yml'), 'utf8');
  const readJob = (name: string): string =>
    release.split(new RegExp(`^ {2}${name}:$`, 'm'))[1]?.split(/^ {2}\w+:$/m)[0] ?? '';
  const readMachine = (name: string): string | undefined => /^ {4}runs-on: (.*)$/m.exec(readJob(name))?.[1];
  expect(readMachine('rebuild')).toMatch(/^ubuntu-/);
  expect(readMachine('rebuild')).not.toBe(readMachine('build'));
  expect(readJob('rebuild')).toContain('run: diff release/SHA256SUMS another-clone/.output/SHA256SUMS');
  expect(readJob('publish')).toContain('needs: [build, rebuild]');
});
