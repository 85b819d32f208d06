/** The keychain account that holds a website's bearer key. */
export function websiteKeyAccount(websitePublicId: string): string {
  return `website-key:${websitePublicId}`;
}
