import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

const Package = v.object({ name: v.string(), version: v.string() });

/** The name and version of this project, or of a copy of it. */
export async function readPackage(root: string): Promise<v.InferOutput<typeof Package>> {
  return v.parse(Package, JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
}
