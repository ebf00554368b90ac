/**
 * A local HTTP proxy that is the whole network of a test browser: it serves fixture pages under any host name, and records
 * every request, whoever made it. Nothing leaves the machine.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface FixturePage {
  body: string | Buffer;
  type?: string;
  headers?: Record<string, string>;
}

export interface RecordingProxy {
  /** host:port, for the browser's proxy setting. */
  address: string;
  /** Every request so far, as absolute URLs; CONNECT requests as `connect://host:port`. */
  requests: string[];
  serve(url: string, page: FixturePage | string): void;
  close(): Promise<void>;
}

export async function startProxy(): Promise<RecordingProxy> {
  const pages = new Map<string, FixturePage>();
  const requests: string[] = [];
  const server: Server = createServer((request: IncomingMessage, response: ServerResponse) => {
    const url = request.url?.startsWith("http") ? request.url : `http://${request.headers.host}${request.url}`;
    requests.push(url);
    const page = pages.get(url) ?? pages.get(url.split(/[?#]/)[0] ?? "");
    if (!page) {
      response.writeHead(404, { "content-type": "text/plain" }).end("no such fixture");
      return;
    }
    response
      .writeHead(200, { "content-type": page.type ?? "text/html; charset=utf-8", ...page.headers })
      .end(page.body);
  });
  server.on("connect", (request, socket) => {
    requests.push(`connect://${request.url}`);
    // A browser that is closing drops the tunnel it asked for; the request is recorded already.
    socket.on("error", () => socket.destroy());
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    serve(url, page) {
      pages.set(url, typeof page === "string" ? { body: page } : page);
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
