import { useEffect, useState } from 'react';

/** What stood in the fields when the typing last paused: a sample that changes with every letter cannot be read. */
export function useSettled<Typed>(typed: Typed): Typed {
  const [settled, setSettled] = useState(typed);
  // The fields make a new object each time they are drawn; only another content is news
  const content = JSON.stringify(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(content) as Typed), 200);
    return () => clearTimeout(timer);
  }, [content]);
  return settled;
}
