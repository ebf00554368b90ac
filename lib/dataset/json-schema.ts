/** JSON Schemas made from the zod schemas, so that editors complete and check fields as one types. */
import * as z from "zod";
import { historyFile } from "./history";
import * as schema from "./schema";

const shapes: Record<string, z.ZodType> = {
  entity: schema.entity,
  family: schema.family,
  source: schema.sourceFile,
  dispute: schema.dispute,
  header: schema.header,
  withheld: schema.withheldFile,
  history: historyFile,
};

/** File name under `data/schema/` → JSON Schema. */
export function jsonSchemas(): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) => [`${name}.json`, z.toJSONSchema(shape, { target: "draft-7" })]),
  );
}
