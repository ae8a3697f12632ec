// Read calendars with ical.js, the reader of Thunderbird and Nextcloud: node read_ics.mjs FILE...
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

ICAL.design.strict = true;

// A date stays one, a floating time keeps its wall clock, anything else becomes UTC by the VTIMEZONE of the file.
function moment(time) {
  if (time === null || time.isDate || time.zone === ICAL.Timezone.localTimezone) {
    return time === null ? null : time.toString();
  }
  return time.toJSDate().toISOString();
}

function event(component) {
  const { uid, summary, description, startDate, endDate } = new ICAL.Event(component);
  const url = component.getFirstPropertyValue("url");
  return { uid, summary, description, start: moment(startDate), end: moment(endDate), url };
}

function read(file) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
    const calendar = new ICAL.Component(ICAL.parse(text));
    return { file, events: calendar.getAllSubcomponents("vevent").map(event), error: null };
  } catch (error) {
    return { file, events: [], error: String(error.message ?? error) };
  }
}

for (const file of process.argv.slice(2)) {
  console.log(JSON.stringify(read(file)));
}
