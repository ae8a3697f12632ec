// Decode FIT files with Garmin's own SDK: node read_fit.mjs FILE...
import { readFileSync } from "node:fs";
import { Decoder, Profile, Stream } from "@garmin/fitsdk";

function plain(key, value) {
  if (typeof value !== "bigint") {
    return value;
  }
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}

// The listener is called in the order of the file; what read() returns is grouped by message.
function read(file) {
  const decoder = new Decoder(Stream.fromBuffer(readFileSync(file)));
  const integrity = decoder.checkIntegrity();
  const messages = [];
  const mesgListener = (number, fields) => {
    messages.push({ number, name: Profile.messages[number]?.name ?? null, fields });
  };
  const { errors } = decoder.read({ mesgListener });
  return { file, integrity, errors: errors.map(String), messages };
}

for (const file of process.argv.slice(2)) {
  console.log(JSON.stringify(read(file), plain));
}
