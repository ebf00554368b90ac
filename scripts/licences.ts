/** `npx tsx scripts/licences.ts`: writes docs/licences.md. Run it after a dependency changed. */
import { writeFileSync } from "node:fs";
import { root } from "./tools/commands";
import { licencesPage } from "./tools/licences";

writeFileSync(`${root}docs/licences.md`, licencesPage());
