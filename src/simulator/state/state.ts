/** The state of the simulated service. */
import { CallLog } from "./call-log.js";
import { Clock } from "./clock.js";
import { Credentials } from "./credentials.js";
import { Organization } from "./organization.js";
import { PinCodes } from "./pin-codes.js";
import { RateLimits } from "./rate-limits.js";
import { ReportSettings } from "./report-settings.js";
import { SupportSessions } from "./support-sessions.js";

export class ServiceState {
  readonly clock: Clock;
  readonly calls: CallLog;
  readonly credentials: Credentials;
  readonly organization = new Organization();
  readonly pinCodes = new PinCodes();
  readonly rateLimits: RateLimits;
  readonly reportSettings: ReportSettings;
  readonly supportSessions: SupportSessions;

  /** @param base returns ms since 1970 */
  constructor(base: () => number) {
    this.clock = new Clock(base);
    this.calls = new CallLog(this.clock);
    this.credentials = new Credentials(this.clock);
    this.rateLimits = new RateLimits(this.clock);
    this.reportSettings = new ReportSettings(this.clock);
    this.supportSessions = new SupportSessions(this.clock);
  }
}
