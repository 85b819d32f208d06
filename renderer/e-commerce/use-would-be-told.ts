import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { TypedOrderEdit } from '../../shared/order-window.ts';
import type { CustomerKnows } from '../../shared/website-data.ts';
import { api } from '../ui/api.ts';

/** Long enough that a number typed in one go is one question, short enough to be seen while one types. */
const pauseMs = 120;

/**
 * What the customer would be told, were the text that is being typed stored; null while nothing is being typed, or what is
 * typed could not be stored. The last answer stays until the next is there.
 */
export function useWouldBeTold(orderId: number, typed: TypedOrderEdit | null): CustomerKnows | null {
  const asked = usePaused(typed);
  const [last, setLast] = useState<CustomerKnows | null>(null);
  const answer = useQuery({
    queryKey: ['websiteData', 'customerKnowsWith', orderId, asked],
    queryFn: () => (asked === null ? null : api.websiteData.customerKnowsWith.query({ orderId, edit: asked })),
    enabled: asked !== null,
    retry: false,
    staleTime: 0,
    gcTime: 0,
  });
  useEffect(() => {
    if (typed === null || answer.isError) setLast(null);
    else if (answer.data) setLast(answer.data);
  }, [typed, answer.data, answer.isError]);
  return typed === null ? null : last;
}

/** A value that has stood for a moment; null at once. */
function usePaused(value: TypedOrderEdit | null): TypedOrderEdit | null {
  const [paused, setPaused] = useState<TypedOrderEdit | null>(null);
  useEffect(() => {
    if (value === null) return setPaused(null);
    const timer = setTimeout(() => setPaused(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return value === null ? null : paused;
}
