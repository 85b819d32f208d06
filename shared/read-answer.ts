/** The text of an HTTP answer; null, and no more of it is read, where it is longer than `mostBytes`. @throws what the line does */
export async function readAnswer(response: Response, mostBytes: number): Promise<string | null> {
  if (response.body === null) return '';
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) return null;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
