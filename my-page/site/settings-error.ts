/** A setting that My page cannot start with; the message tells whoever runs it what to change. */
export class SettingsError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SettingsError';
  }
}
