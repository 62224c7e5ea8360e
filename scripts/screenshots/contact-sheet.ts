export interface PhotographedScreen {
  title: string;
  /** CSS pixels that the page is wide in the first pictures. */
  width: number;
  /** Paths of its pictures, from the sheet's folder. */
  pictures: readonly string[];
}

/** A page with the pictures of all screens, to be reviewed at a glance; each opens in its full size. */
export function buildContactSheet(screens: readonly PhotographedScreen[]): string {
  const figures = screens.map(
    ({ title, width, pictures }, index) => `<figure class="${width > 400 ? 'wide' : ''}">
  <figcaption>${index + 1}. ${escapeHtml(title)}</figcaption>
  ${pictures.map((path) => `<a href="${escapeHtml(path)}"><img src="${escapeHtml(path)}" alt="" loading="lazy"></a>`).join('\n  ')}
</figure>`,
  );
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>All screens</title>
<style>
  body { margin: 16px; background: #8a8f99; font: 14px system-ui, sans-serif }
  main { display: grid; grid-template-columns: repeat(auto-fill, minmax(760px, 1fr)); gap: 16px }
  figure { margin: 0; padding: 8px; border-radius: 6px; background: #fff }
  figure.wide { grid-column: 1 / -1 }
  figcaption { margin-bottom: 6px; font-weight: 600 }
  img { width: 19.5%; vertical-align: top; border: 1px solid #ccc }
</style>
<h1>All screens: light, dark, 320 px at 200 %, forced colours, right to left</h1>
<main>
${figures.join('\n')}
</main>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (char) => `&#${char.codePointAt(0)};`);
}
