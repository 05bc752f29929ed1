import { expect, it } from "vitest";
import { reportText } from "../../../src/simulator/methods/report-text.js";
import { Clock } from "../../../src/simulator/state/clock.js";
import { Organization } from "../../../src/simulator/state/organization.js";
import { ReportSettings } from "../../../src/simulator/state/report-settings.js";
import { SupportSessions } from "../../../src/simulator/state/support-sessions.js";

const clock = new Clock(() => Date.UTC(2026, 10, 3, 9, 5));
const organization = new Organization();
const sessions = new SupportSessions(clock).all.slice(0, 1);
const settings = new ReportSettings(clock).of(101);

it("writes lines whose cells end with the delimiter", () => {
  expect(reportText(sessions, organization, { ...settings, delimiter: ";" })).toBe(
    "Start Time;Session ID;Status;Technician;Channel;Name;\n11/3/2026 9:00:00 AM;5001;Picked up;Tess Tech;Web Channel;Carla Customer;\n",
  );
});

it("writes XML", () => {
  const named = sessions.map((session) => ({ ...session, fields: ["A & B"] }));
  expect(reportText(named, organization, { ...settings, output: "XML", timezone: "-60" })).toBe(
    "<report><row><StartTime>11/3/2026 8:00:00 AM</StartTime><SessionID>5001</SessionID><Status>Picked up</Status><Technician>Tess Tech</Technician><Channel>Web Channel</Channel><Name>A &amp; B</Name></row></report>",
  );
});

it("leaves out sessions outside the period", () => {
  const earlier = { ...settings, endDate: "11/02/2026" };
  expect(reportText(sessions, organization, earlier)).toBe(
    "Start Time|Session ID|Status|Technician|Channel|Name|\n",
  );
});
