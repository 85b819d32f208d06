/** SQL: the last eight digits of a contact's telephone number, as the index contact_by_phone_end has them. */
export const phoneEnd = `substr(replace(replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '.', ''), '/', ''), '(', ''), ')', ''), -8)`;
