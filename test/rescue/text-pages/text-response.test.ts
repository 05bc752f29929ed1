import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { operations } from "../../../src/generated/index.js";
import { textOutcome } from "../../../src/rescue/text-pages/text-response.js";

const email = (text: string, iPINCode = 123456) =>
  textOutcome(operations.generateEmailText, { iPINCode }, text);

const LINK = "https://secure.logmeinrescue.com/R?i=2&Code=123456";

describe("an email on a text page", () => {
  const plain = { sSubject: "Subject", sText: "Text", sLink: LINK, sSignature: "Signature" };
  it.each<[name: string, given: { text: string; pin?: number }, want: Partial<typeof plain>]>([
    [
      "in lines",
      { text: `OK\n\nSUBJECT:Subject\nTEXT:Text\nLINK:${LINK}\nSIGNATURE:Signature` },
      plain,
    ],
    [
      "in lines that end with CR LF, with empty lines at the end",
      {
        text: `OK\r\n\r\nSUBJECT:Subject\r\nTEXT:Text\r\nLINK:${LINK}\r\nSIGNATURE:Signature\r\n\r\n`,
      },
      plain,
    ],
    [
      "in one line, as the documentation prints it",
      { text: `OK SUBJECT: Subject TEXT: Text LINK: ${LINK} SIGNATURE: Signature` },
      plain,
    ],
    [
      "in one line with colons and keys in the texts",
      {
        text: `OK SUBJECT:Re: help TEXT:See LINK: below, SIGNATURE: too LINK:${LINK} SIGNATURE:Ann: TEXT:`,
      },
      {
        sSubject: "Re: help",
        sText: "See LINK: below, SIGNATURE: too",
        sSignature: "Ann: TEXT:",
      },
    ],
    [
      "with colons, line breaks and keys in the text",
      {
        text: `OK\n\nSUBJECT:Re: TEXT: and LINK:\nTEXT:Dear Ann:\n\nTEXT:\nLINK: none yet\nSIGNATURE: the usual\nSUBJECT:x\n\nLINK:${LINK}\nSIGNATURE:Bob`,
      },
      {
        sSubject: "Re: TEXT: and LINK:",
        sText: "Dear Ann:\n\nTEXT:\nLINK: none yet\nSIGNATURE: the usual\nSUBJECT:x\n",
        sSignature: "Bob",
      },
    ],
    [
      "with a link and a signature in the text",
      {
        text: `OK\n\nSUBJECT:Subject\nTEXT:Not this:\nLINK:https://x.example/R?Code=654321\nSIGNATURE:old\nLINK:${LINK}\nSIGNATURE:new`,
      },
      {
        sText: "Not this:\nLINK:https://x.example/R?Code=654321\nSIGNATURE:old",
        sLink: LINK,
        sSignature: "new",
      },
    ],
    [
      "with a link and a signature in the signature",
      {
        text: `OK\n\nSUBJECT:Subject\nTEXT:T\nLINK:https://x.example/R?Code=000012\nSIGNATURE:Ann\nLINK:https://ann.example\nSIGNATURE:B`,
        pin: 12,
      },
      {
        sText: "T",
        sLink: "https://x.example/R?Code=000012",
        sSignature: "Ann\nLINK:https://ann.example\nSIGNATURE:B",
      },
    ],
    [
      "with empty texts",
      { text: `OK\n\nSUBJECT:\nTEXT:\nLINK:${LINK}\nSIGNATURE:` },
      { sSubject: "", sText: "", sLink: LINK, sSignature: "" },
    ],
    [
      "without a link",
      { text: "OK\n\nSUBJECT:S\nTEXT:T\nLINK:\nSIGNATURE:G" },
      { sSubject: "S", sText: "T", sLink: "", sSignature: "G" },
    ],
  ])("is parsed %s", (_, { text, pin }, want) => {
    expect(email(text, pin)).toEqual({ ...plain, ...want, status: "OK", ret: "OK" });
  });

  it("is parsed with any keys, colons and line breaks in its texts", () => {
    const words = [
      "TEXT:",
      "LINK:",
      "SIGNATURE:",
      "SUBJECT:",
      "LINK:https://x.example\n",
      "a: b",
      " ",
    ];
    const text = fc
      .array(fc.oneof(fc.constantFrom(...words, "\n", "\n"), fc.string()))
      .map((parts) => parts.join("").replaceAll("\r", ""));
    const line = text.map((given) => given.replaceAll("\n", ""));
    fc.assert(
      fc.property(line, text, text, (sSubject, sText, sSignature) => {
        const response = `OK\n\nSUBJECT:${sSubject}\nTEXT:${sText}\nLINK:${LINK}\nSIGNATURE:${sSignature}`;
        expect(email(response)).toMatchObject({
          sSubject,
          sText,
          sLink: LINK,
          sSignature: sSignature.trimEnd(),
        });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ["ERROR", "Error"],
    ["NOTLOGGEDIN\r\n", "NotLoggedIn"],
    ["NOTTECHNICIAN", "NotTechnician"],
    ["INVALID_SECRETAUTHCODE  \n\n", "Invalid_SecretAuthCode"],
    ["USER_DELETED_OR_DISABLED", "User_Deleted_Or_Disabled"],
    ["INVALIDPINFORMAT", "InvalidPINFormat"],
    ["PINEXPIRED", "Unlisted"],
  ])("is not returned with the word %j", (text, status) => {
    expect(email(text)).toEqual({ status, ret: text.trim() });
  });

  it.each([
    ["", "empty"],
    ["  \n", "empty"],
    ["<!DOCTYPE html><title>Sign in</title>", "markup"],
    ["Service not available", "unknown text"],
    ["OKAY then", "unknown text"],
  ])("is not in the page %j", (text, content) => {
    expect(() => email(text)).toThrow(
      expect.objectContaining({
        name: "TextResponseError",
        code: "NOT_TEXT_RESPONSE",
        excerpt: text.trim(),
        message: `The response of generateEmailText.aspx is ${content}, but "OK" or a status word was expected. Check the endpoint.`,
      }),
    );
  });
});

describe("out parameters on a text page", () => {
  const outcome = (name: keyof typeof operations, text: string) =>
    textOutcome(operations[name], {}, text);

  it.each<[name: keyof typeof operations, text: string, want: Record<string, unknown>]>([
    ["requestPINCode", "OK\n\nPINCODE:012345", { iPINCode: 12345 }],
    ["requestPINCode", "OK PINCODE:012345", { iPINCode: 12345 }],
    ["requestPINCodeV2", "OK\n\nPINCODE:012345\n", { sPINCode: "012345" }],
    ["requestAuthCode", "OK\n\nAUTHCODE: 0a1b", { sAuthCode: "0a1b" }],
    ["createUser", "OK\n\n1234", { iUserID: 1234 }],
    ["createGroup", "OK 1234", { iGroupID: 1234 }],
    ["login", "OK", {}],
    ["isAnyTechAvailableOnChannel", "TRUE", { ret: "TRUE" }],
    ["getNote", "OK\n\nNOTE:a: b\n\nNOTE:c\n", { sNote: "a: b\n\nNOTE:c" }],
    ["getNote", "OK\n\nNOTE:", { sNote: "" }],
    ["getReport", "OK\n\nID|Name|\n1|A: b|\n\n", { sReport: "ID|Name|\n1|A: b|\n" }],
    ["getDelimiter", "OK\n\nDELIMITER:|", { sDelimiter: "|" }],
    ["getOutput", "OK\n\nOUTPUT:Xml", { eOutput: "XML" }],
    [
      "getReportDate",
      "OK\n\nBDATE:1/2/2026\nEDATE:1/3/2026",
      { sBeginDate: "1/2/2026", sEndDate: "1/3/2026" },
    ],
    [
      "requestLensPINCodeV4",
      "OK\n\nPINCODE:012345\nSMS_RESULT:sent_OK",
      { sPINCode: "012345", eSMSResult: "sent_OK" },
    ],
    [
      "getAccount",
      "OK\n\nAccountID:7\nOrganization:ACME: the company\nAdminID:0\nTechID:42\nEmail:a@b.c",
      {
        iAccountID: 7,
        sOrganization: "ACME: the company",
        iAdminID: 0,
        iTechID: 42,
        sEmail: "a@b.c",
      },
    ],
    [
      "getAccount",
      "OK AccountID:7 Organization:ACME Inc. AdminID:0 TechID:42 Email:a@b.c",
      { iAccountID: 7, sOrganization: "ACME Inc.", iAdminID: 0, iTechID: 42, sEmail: "a@b.c" },
    ],
    [
      "getUser",
      "OK\n\nNODEID:5\nNAME:Ann\nNICK:\nEMAIL:a@b.c\nSSOID:x\nDESCRIPTION:one\nSTATUS: fine\nNAME: Bob\nTYPE:TECHNICIAN\nHASMOBILEADDON:True\nISACCOUNTHOLDER:0\nSTATUS:Online",
      {
        oUser: {
          iNodeID: 5,
          sName: "Ann",
          sNick: "",
          sEmail: "a@b.c",
          sSSOID: "x",
          sDescription: "one\nSTATUS: fine\nNAME: Bob",
          eType: "Technician",
          bAccountHolder: false,
          hasMobileAddon: true,
          eStatus: "Online",
        },
      },
    ],
    [
      "getGroup",
      "OK\n\nNODEID:5\nNAME:G\nDESCRIPTION:\nTYPE:TechnicianGroup\nPERMISSIONS:RemoteControl, SendFile\nISENABLED:1",
      {
        oGroup: {
          iNodeID: 5,
          sName: "G",
          sDescription: "",
          eType: "TechnicianGroup",
          aPermissions: ["RemoteControl", "SendFile"],
        },
      },
    ],
    [
      "getHierarchy",
      "OK\n\nNodeID:1\nParentID:0\nName:Root\nEmail:\nDescription:two\n\nlines\nStatus:Offline\nType:Root\n\nNodeID:2\nParentID:1\nName:Ann\nEmail:a@b.c\nDescription:\nStatus:Busy\nType:Technician\n\n",
      {
        aHierarchy: [
          {
            iNodeID: 1,
            iParentID: 0,
            sName: "Root",
            sEmail: "",
            sDescription: "two\n\nlines",
            eStatus: "Offline",
            eType: "Root",
          },
          {
            iNodeID: 2,
            iParentID: 1,
            sName: "Ann",
            sEmail: "a@b.c",
            sDescription: "",
            eStatus: "Busy",
            eType: "Technician",
          },
        ],
      },
    ],
    ["getHierarchy", "OK\n\n", { aHierarchy: [] }],
    [
      "getSession",
      "OK\n\nID|Status|Entry ID|Entry|Technician ID|Technician|Start Time|Waiting Time|Custom Field 0|Custom Field 1|Custom Field 2|Language|Transferred To|Transferred Comment|Is Lead Technician|HandingOff|\n12|Waiting|3|Web|4|Ann|2/19/2024 2:36:37 PM|01:02|ACME||a\nb|en|||True|False|\n13|Active|3|Web|0||2/19/2024 2:36:37 PM|61||||en|||0|0|\n",
      {
        aSessions: [
          {
            iID: 12,
            bStatus: "SESSION_WAITING",
            sStatus: "Waiting",
            iEntry: 3,
            sEntry: "Web",
            iTechnician: 4,
            sTechnician: "Ann",
            sStartTime: "2/19/2024 2:36:37 PM",
            iWaitingTimeInSec: 62,
            sCustomField0: "ACME",
            sCustomField1: "",
            sCustomField2: "a\nb",
            sLanguage: "en",
            sTransferredTo: "",
            sTransferredComment: "",
            bIsLead: true,
            bHandingOff: false,
          },
          expect.objectContaining({
            iID: 13,
            bStatus: "SESSION_STATUS_NOT_SUPPORTED_VALUE",
            sStatus: "Active",
            iWaitingTimeInSec: 61,
          }),
        ],
      },
    ],
  ])("of %s in %j", (name, text, want) => {
    expect(outcome(name, text)).toEqual({ status: "OK", ret: "OK", ...want });
  });

  it.each<[keyof typeof operations, string, string]>([
    ["getUser", "INVALIDPARAM_NODE", "InvalidParam_NodeID"],
    ["moveNode", "INVALIDPARAM_TARGETNODE", "InvalidParam_TargetNodeID"],
    ["assignChannel", "INVALIDPARAM_ENTRY", "InvalidParam_EntryID"],
    ["getNote", "INVALIDPARAM_SESSION", "InvalidParam_SessionID"],
    ["getUser_v3", "INVALIDPARAM_EMAIL", "InvalidParam_Email"],
    ["startSession", "NOTLOGGEDINASADMIN", "NotLoggedInAsAdmin"],
    ["requestPINCodeV3", "POLLRATEEXCEEDED", "PollRateExceeded"],
    ["isAnyTechAvailableOnChannel", "FALSE", "Unlisted"],
  ])("of %s are absent after %s", (name, word, status) => {
    expect(outcome(name, word)).toEqual({ status, ret: word });
  });

  it("that are missing are a DecodeError with their path", () => {
    expect(() => outcome("requestPINCode", "OK")).toThrow(
      expect.objectContaining({
        name: "DecodeError",
        code: "INVALID_VALUE",
        path: "requestPINCode/iPINCode",
      }),
    );
    expect(() => outcome("getAccount", "OK\n\nAccountID:7")).toThrow(
      expect.objectContaining({
        code: "MISSING_ELEMENT",
        path: "getAccount/iAdminID",
        message: "The response of the text page lacks getAccount/iAdminID.",
      }),
    );
  });
});
