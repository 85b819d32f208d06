/** The pictures that docs/my-page/README.md shows. */
export const documented: readonly string[] = [
  'log-in-phone',
  'orders-phone',
  'orders-desktop',
  'orders-phone-dark',
  'order-phone',
  'order-desktop',
  'order-desktop-dark',
  'order-received-phone',
  'guest-order-phone',
  'settings-phone',
  'settings-desktop',
  'shop-desktop',
];
