import { Hono } from 'hono';
import { html } from 'hono/html';
import { hostnameOf } from './logged-request.ts';
import type { SandboxEnv } from './sandbox-env.ts';

/** A page that a test adds to the sandbox. */
export interface StaticFile {
  /** Its Content-Type. */
  type: string;
  body: string;
  headers?: Record<string, string>;
  /** 200 where it is not given. */
  status?: 200 | 401;
}

/** The pages that people browse, Swagger UI apart. */
export function buildPageRoutes(files: Readonly<Record<string, StaticFile>>): Hono<SandboxEnv> {
  const routes = new Hono<SandboxEnv>();
  for (const [path, { type, body, headers, status = 200 }] of Object.entries(files)) {
    routes.get(path, (c) => c.body(body, status, { 'Content-Type': type, ...headers }));
  }
  routes.on('GET', ['/', '/index.html'], (c) => c.html(buildGettingStartedPage()));
  routes.get('/api.html', (c) => c.redirect('/swagger-ui.html'));
  routes.get('/login', (c) => c.html(buildLoginPage()));
  routes.get('/blank', (c) => c.html(buildPage(hostnameOf(c), '')));
  routes.get('/favicon.ico', (c) => c.body(null, 204));
  return routes;
}

export function buildLoginPage() {
  return buildPage(
    'Log in',
    html`<h1>Log in</h1>
      <form method="post" action="/login">
        <label>Username <input name="username" autocomplete="username" /></label>
        <label>Password <input name="password" type="password" autocomplete="current-password" /></label>
        <button>Log in</button>
      </form>`,
  );
}

function buildGettingStartedPage() {
  return buildPage(
    'Getting Started',
    html`<h1>Getting Started</h1>
      <p>This is a stand-in for a KnetikCloud server. Nothing here leaves your machine.</p>
      <ul>
        <li><a href="/swagger-ui.html">Swagger UI 2</a>, as KnetikCloud ships it (XMLHttpRequest)</li>
        <li><a href="/swagger-ui/">Swagger UI 5</a>, the current one (fetch)</li>
        <li><a href="/swagger-doc">The API document</a></li>
      </ul>`,
  );
}

function buildPage(title: string, body: unknown) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <title>${title}</title>
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}
