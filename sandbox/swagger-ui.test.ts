// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { swaggerDoc } from './swagger-doc.ts';
import { useTestSandbox, withBearer } from './test-sandbox.ts';

const sandbox = useTestSandbox();

const operations = Object.entries(swaggerDoc.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
);

describe('the Swagger document', () => {
  it.each(operations)('promises $method $path, and it is there', async ({ method, path }) => {
    const token = await sandbox.getToken('ada');
    const answer = await sandbox.request(path.replace('{id}', '1'), { method, ...withBearer(token) });
    // A call without its parameters is refused, but not for being unknown.
    expect(answer.status).not.toBe(404);
    expect(answer.status).not.toBe(405);
    expect(answer.headers.get('Content-Type')).toBe('application/json');
  });

  it.each(operations.filter(({ operation }) => 'security' in operation))(
    'says rightly that $method $path wants a token',
    async ({ method, path }) => {
      const answer = await sandbox.request(path.replace('{id}', '1'), { method });
      expect(answer.status).toBe(401);
    },
  );

  it('gives every operation an id of its own', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names no host and no scheme, so that it fits every origin', async () => {
    const answer = await sandbox.request('/swagger-doc');
    const document = await answer.json();
    expect(document).toHaveProperty('swagger', '2.0');
    expect(document).not.toHaveProperty('host');
    expect(document).not.toHaveProperty('schemes');
  });
});

describe.each(['/swagger-ui.html', '/swagger-ui/'])('the page %s', (path) => {
  it('loads scripts and styles from this server only, and all are there', async () => {
    const page = await sandbox.request(path);
    const html = await page.text();
    const assets = [...html.matchAll(/(?:src|href)="(?!data:)([^"]+)"/g)].map(([, address = '']) => address);
    const answers = await Promise.all(assets.map((address) => sandbox.request(address)));
    const types = answers.map((answer) => answer.headers.get('Content-Type')?.split(';')[0]);

    expect(new Set(types)).toStrictEqual(new Set(['text/css', 'text/javascript']));
    expect(assets.filter((address) => !/^\/[^/]/.test(address))).toStrictEqual([]);
    expect(assets.filter((_, index) => answers[index]?.status !== 200)).toStrictEqual([]);
  });

  it('asks no validator on the internet', async () => {
    const page = await sandbox.request(path);
    expect(await page.text()).toContain('validatorUrl: null');
  });
});

describe('the pages that link to them', () => {
  it.each(['/', '/index.html'])('%s shows both', async (path) => {
    const page = await sandbox.request(path);
    const html = await page.text();
    expect(html).toContain('href="/swagger-ui.html"');
    expect(html).toContain('href="/swagger-ui/"');
  });
});
