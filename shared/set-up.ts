/** The steps that take a new shop to its first run, in their order. */
export const setUpSteps = ['company', 'website', 'mail', 'import', 'first-run'] as const;
export type SetUpStep = (typeof setUpSteps)[number];

/** Where the set-up stands; follows from what is filled in, so that it goes on where one stopped. */
export type SetUpState = {
  readonly left: readonly SetUpStep[];
  /** Staff put the reminder away; the steps can still be taken. */
  readonly isDismissed: boolean;
  readonly isImportSkipped: boolean;
  /** The website that the set-up speaks of; null before there is one. */
  readonly websiteId: number | null;
  /** What the register holds, for the step Import and the first run. */
  readonly counts: {
    readonly products: number;
    readonly contacts: number;
    /** Webshop orders whose first sight is noted: customers hear only of what comes after. */
    readonly ordersNoted: number;
  };
};
