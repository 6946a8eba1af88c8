/** `fetch` for a file, by way of XMLHttpRequest: of the two only that one tells how much has left already. */
export function sendFile(onProgress?: (share: number) => void): typeof fetch {
  return (url, { method = 'POST', headers, body, signal } = {}) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, String(url));
      for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value);
      request.upload.onprogress = ({ loaded, total }) => onProgress?.(total === 0 ? 0 : loaded / total);
      request.onload = () =>
        resolve(new Response(request.status === 204 ? null : request.responseText, answerOf(request)));
      request.onerror = () => reject(new TypeError('no answer came'));
      request.onabort = () => reject(new DOMException('the call was given up', 'AbortError'));
      signal?.addEventListener('abort', () => request.abort(), { once: true });
      request.send(body as XMLHttpRequestBodyInit);
    });
}

function answerOf(request: XMLHttpRequest): ResponseInit {
  const id = request.getResponseHeader('x-request-id');
  return { status: request.status, headers: id === null ? {} : { 'x-request-id': id } };
}
