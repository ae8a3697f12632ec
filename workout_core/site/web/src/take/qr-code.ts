/** A link as a QR code, to point a phone at. */
import qrcode from "qrcode-generator";

/** Codes of longer links have squares too small for a phone in front of a screen. */
const LONGEST = 1_200;
const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 4; // ISO/IEC 18004 asks for four squares of white around the code

/** Return the code as a picture with *label* for who does not see it, or null if *link* is too long. */
export function qrCode(link: string, label: string): SVGSVGElement | null {
  if (link.length > LONGEST) return null;
  const code = qrcode(0, "L");
  code.addData(link, "Byte");
  code.make();
  const size = code.getModuleCount() + 2 * MARGIN;
  const picture = document.createElementNS(SVG, "svg");
  picture.setAttribute("viewBox", `0 0 ${String(size)} ${String(size)}`);
  picture.setAttribute("role", "img");
  picture.setAttribute("aria-label", label);
  picture.setAttribute("shape-rendering", "crispEdges");
  picture.append(path("#fff", `M0 0H${String(size)}V${String(size)}H0z`), path("#000", squares(code)));
  return picture;
}

function squares(code: ReturnType<typeof qrcode>): string {
  let drawn = "";
  for (let row = 0; row < code.getModuleCount(); row += 1) {
    for (let column = 0; column < code.getModuleCount(); column += 1) {
      if (code.isDark(row, column)) drawn += `M${String(column + MARGIN)} ${String(row + MARGIN)}h1v1h-1z`;
    }
  }
  return drawn;
}

function path(fill: string, drawn: string): SVGPathElement {
  const made = document.createElementNS(SVG, "path");
  made.setAttribute("fill", fill);
  made.setAttribute("d", drawn);
  return made;
}
