/** Takes out of a mail to whom it went and what was said, for its age or with its customer; that it went, when and about what stays. */
export const textRemoved = `address = '', subject = '', reply = '', came_back = '',
  is_text_removed = 1`;
