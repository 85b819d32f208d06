/** Passwords and keys, kept by the operating system's keychain and nowhere else. */
export type Secrets = {
  /** The secret, or null where none is kept. @throws AppError 'keychain-unavailable' */
  readonly get: (account: string) => Promise<string | null>;
  /** @throws AppError 'keychain-unavailable'; then nothing was stored */
  readonly set: (account: string, secret: string) => Promise<void>;
  /** @throws AppError 'keychain-unavailable' */
  readonly delete: (account: string) => Promise<void>;
};

/** Keeps what was typed; an empty one takes the kept one away. @throws AppError 'keychain-unavailable'; then nothing was stored */
export async function keepSecret(secrets: Secrets, account: string, secret: string): Promise<void> {
  if (secret === '') await secrets.delete(account);
  else await secrets.set(account, secret);
}
