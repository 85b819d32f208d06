/** How many mails the server may still take within 24 hours. A place is reserved before a try and given back when none was used. */
export class DailyQuota {
  private left: number;

  /** @param perDay 0 for no limit @param handedOver mails of the last 24 hours */
  constructor(perDay: number, handedOver: number) {
    this.left = perDay === 0 ? Number.POSITIVE_INFINITY : Math.max(0, perDay - handedOver);
  }

  hasRoom(): boolean {
    return this.left > 0;
  }

  /** False when there is no place left. */
  reserve(): boolean {
    if (!this.hasRoom()) return false;
    this.left -= 1;
    return true;
  }

  giveBack(): void {
    this.left += 1;
  }
}
