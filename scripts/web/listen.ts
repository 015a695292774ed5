import type { Server } from "node:net";

/**
 * Starts listening on this machine only, on `first` or, with `others`, on the next free port.
 * Resolves to the port; rejects with EADDRINUSE when none is free.
 */
export async function listen(server: Server, first: number, others: number): Promise<number> {
  for (let port = first; ; port++) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => {
          server.removeListener("error", reject);
          resolve();
        });
      });
      return port;
    } catch (error) {
      const taken = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!taken || port - first >= others) throw error;
    }
  }
}
