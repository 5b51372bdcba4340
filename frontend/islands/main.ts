// Every page works without this file: each island only shortens a way that exists.
import { calls } from "./calls";
import { confirmLeaving } from "./leaving";
import { copying } from "./copying";
import { fileFields } from "./files";
import { locking } from "./locking";
import { live } from "./live";
import { liveSearch } from "./live-search";
import { menus } from "./menus";
import { offline } from "./offline";
import { passwords } from "./passwords";
import { photos } from "./photos";
import { polling } from "./polling";
import { receipts } from "./receipts";
import { seen } from "./seen";
import { searchKey } from "./search-key";
import { similar } from "./similar";
import { submitOnce } from "./submit-once";
import { themes } from "./themes";

document.documentElement.dataset.script = "";
const islands = [
  offline, locking, themes, menus, searchKey, calls, submitOnce, fileFields, photos, passwords, copying, confirmLeaving, liveSearch, polling, live, seen,
  similar, receipts,
];
for (const island of islands) {
  try {
    island();
  } catch (fault) {
    console.error(fault);
  }
}
