import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that cannot be read, in words for the person who starts My page. */
export class SettingError extends Error {}

/**
 * A setting that may be secret: from the variable, or from the file that `<name>_FILE` names, which no other process
 * sees. A line break at the end of the file does not count. @throws SettingError when both are set or the file is not readable
 */
export function readSecret(environment: Environment, name: string): string | undefined {
  const value = environment[name] || undefined;
  const file = environment[`${name}_FILE`] || undefined;
  if (file === undefined) return value;
  if (value !== undefined) throw new SettingError(`Set either ${name} or ${name}_FILE, not both.`);
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch {
    throw new SettingError(`The file of ${name}_FILE cannot be read: ${file}`);
  }
}

/** A setting that is a whole number. @throws SettingError when it is something else */
export function readWholeNumber(environment: Environment, name: string): number | undefined {
  const value = environment[name] || undefined;
  if (value === undefined) return undefined;
  if (!/^\d{1,9}$/.test(value)) throw new SettingError(`${name} is not a whole number: ${value}`);
  return Number(value);
}
