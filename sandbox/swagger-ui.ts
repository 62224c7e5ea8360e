import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { html } from 'hono/html';
import type { SandboxEnv } from './sandbox-env.ts';
import { swaggerDoc } from './swagger-doc.ts';

const { resolve } = createRequire(import.meta.url);

/** Swagger UI in the version that KnetikCloud ships and in today's, both showing `/swagger-doc`. */
export function buildSwaggerUiRoutes(): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  routes.get('/swagger-doc', (c) => c.json(swaggerDoc));
  routes.get('/swagger-ui.html', (c) => c.html(buildSwaggerUi2Page()));
  routes.get('/swagger-ui', (c) => c.redirect('/swagger-ui/'));
  routes.get('/swagger-ui/', (c) => c.html(buildSwaggerUi5Page()));
  serveFolder(routes, '/swagger-ui-2', join(dirname(resolve('swagger-ui/package.json')), 'dist'));
  serveFolder(routes, '/swagger-ui-5', dirname(resolve('swagger-ui-dist/package.json')));
  return routes;
}

function serveFolder(routes: Hono<SandboxEnv>, prefix: string, root: string) {
  routes.get(`${prefix}/*`, serveStatic({ root, rewriteRequestPath: (path) => path.slice(prefix.length) }));
}

// In the order in which they build on each other.
const swaggerUi2Scripts = [
  'lib/object-assign-pollyfill.js',
  'lib/jquery-1.8.0.min.js',
  'lib/jquery.slideto.min.js',
  'lib/jquery.wiggle.min.js',
  'lib/jquery.ba-bbq.min.js',
  'lib/handlebars-4.0.5.js',
  'lib/lodash.min.js',
  'lib/backbone-min.js',
  'swagger-ui.js',
  'lib/highlight.9.1.0.pack.js',
  'lib/highlight.9.1.0.pack_extended.js',
  'lib/jsoneditor.min.js',
  'lib/marked.js',
  'lib/swagger-oauth.js',
];

/** WARNING: without `validatorUrl: null` it sends the document's address to a validator on the internet. */
function buildSwaggerUi2Page() {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Swagger UI 2</title>
        <link rel="icon" href="data:," />
        ${['typography', 'reset', 'screen'].map((name) => html`<link rel="stylesheet" href="/swagger-ui-2/css/${name}.css" />`)}
        ${swaggerUi2Scripts.map((path) => html`<script src="/swagger-ui-2/${path}"></script>`)}
        <script>
          $(function () {
            window.swaggerUi = new SwaggerUi({
              url: location.origin + '/swagger-doc',
              dom_id: 'swagger-ui-container',
              validatorUrl: null,
              docExpansion: 'list',
            });
            window.swaggerUi.load();
          });
        </script>
      </head>
      <body class="swagger-section">
        <div id="header">
          <div class="swagger-ui-wrap">
            <form id="api_selector"><div id="auth_container"></div></form>
          </div>
        </div>
        <div id="message-bar" class="swagger-ui-wrap"></div>
        <div id="swagger-ui-container" class="swagger-ui-wrap"></div>
      </body>
    </html>`;
}

function buildSwaggerUi5Page() {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>Swagger UI 5</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/swagger-ui-5/swagger-ui.css" />
      </head>
      <body>
        <div id="swagger-ui"></div>
        <script src="/swagger-ui-5/swagger-ui-bundle.js"></script>
        <script>
          SwaggerUIBundle({ url: '/swagger-doc', dom_id: '#swagger-ui', validatorUrl: null });
        </script>
      </body>
    </html>`;
}
