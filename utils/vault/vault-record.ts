import * as v from 'valibot';
import { encodeBase64 } from './bytes';

/** Exactly so many bytes in base64 (RFC 4648 §4). */
function base64Bytes(count: number) {
  const padding = '='.repeat((3 - (count % 3)) % 3);
  const characters = Math.ceil((count * 4) / 3);
  return v.pipe(v.string(), v.regex(new RegExp(`^[A-Za-z0-9+/]{${characters}}${padding}$`)));
}

const Base64 = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9+/]+={0,2}$/),
  v.check((text) => text.length % 4 === 0),
);

/** RFC 8018 §5.2 with HMAC-SHA-256. Raised on unlock when `rounds` is below what this version uses. */
const KdfSchema = v.object({
  name: v.literal('PBKDF2-SHA256'),
  /** From the attacker's view the price of a guess; bounded, so that a damaged record cannot hang the browser. */
  rounds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)),
  salt: base64Bytes(16),
});
export type Kdf = v.InferOutput<typeof KdfSchema>;

/** A sealed vault, as it lies on disk. All of it may be read by anybody; only the passphrase opens it. */
export const VaultRecordSchema = v.object({
  version: v.literal(1),
  kdf: KdfSchema,
  /** AES-256-GCM, 96 bits, new at each write. */
  iv: base64Bytes(12),
  ciphertext: Base64,
  /** SHA-256 of all the above: tells damage from a wrong passphrase. */
  checksum: base64Bytes(32),
});
export type VaultRecord = v.InferOutput<typeof VaultRecordSchema>;

export type VaultRecordReading = { kind: 'absent' } | { kind: 'damaged' } | { kind: 'record'; record: VaultRecord };

/** Version and key derivation as text: bound to the ciphertext, so that nobody can exchange them. */
export function buildHeader({ version, kdf }: Pick<VaultRecord, 'version' | 'kdf'>): string {
  return JSON.stringify([version, kdf.name, kdf.rounds, kdf.salt]);
}

/** Of the texts, not of their bytes: the last character before base64's padding has bits that no byte shows. */
async function buildChecksum(unsigned: Omit<VaultRecord, 'checksum'>): Promise<string> {
  const text = JSON.stringify([buildHeader(unsigned), unsigned.iv, unsigned.ciphertext]);
  return encodeBase64(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
}

export async function withChecksum(unsigned: Omit<VaultRecord, 'checksum'>): Promise<VaultRecord> {
  return { ...unsigned, checksum: await buildChecksum(unsigned) };
}

/** Reads what was stored. Only `undefined` and `null` are absent: all else that is no whole record is damage. */
export async function readVaultRecord(stored: unknown): Promise<VaultRecordReading> {
  if (stored === undefined || stored === null) return { kind: 'absent' };
  const reading = v.safeParse(VaultRecordSchema, stored);
  if (!reading.success) return { kind: 'damaged' };
  const { checksum, ...unsigned } = reading.output;
  const isWhole = (await buildChecksum(unsigned)) === checksum;
  return isWhole ? { kind: 'record', record: reading.output } : { kind: 'damaged' };
}
