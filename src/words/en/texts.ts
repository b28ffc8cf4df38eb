/** English: the long texts. */
import { prose } from "../../levels/prose-en.ts";
import type { Texts } from "../contract/index.ts";
import { glossary } from "./glossary.ts";

export const texts: Texts = { prose, glossary };
