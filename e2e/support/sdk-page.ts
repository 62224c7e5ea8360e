import { build } from 'vite';

/** A page with KnetikCloud's own JavaScript SDK as its global `KnetikCloud`, bundled as its users do. */
export async function buildSdkPage(): Promise<{ type: string; body: string }> {
  const entry = '\0sdk-entry';
  const output = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'sdk-entry',
        resolveId: (id) => (id === 'sdk-entry' ? entry : null),
        load: (id) =>
          id === entry
            ? `import * as sdk from '@knetik/knetikcloud-sdk'; globalThis.KnetikCloud = sdk.default ?? sdk;`
            : null,
      },
    ],
    build: {
      write: false,
      minify: false,
      rollupOptions: { input: 'sdk-entry', output: { format: 'iife' } },
    },
  });
  if (!('output' in output)) throw new Error('Vite watches instead of building.');
  const body = output.output[0].code.replaceAll('</script', String.raw`<\/script`);
  return { type: 'text/html', body: `<!doctype html><title>SDK</title><script>${body}</script>` };
}
