/** Build time: the compiled store as the one string that `packed.ts` opens. */
import { type PackedModules, textOf } from "./packed";

/** `deflate`: raw deflate of bytes. Throws where a part of the store is not compact JSON. */
export function packStore(modules: PackedModules, deflate: (bytes: Uint8Array) => Uint8Array): string {
  return Buffer.from(deflate(new TextEncoder().encode(textOf(modules)))).toString("base64");
}
