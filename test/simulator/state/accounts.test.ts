import { expect, it } from "vitest";
import { findAccount } from "../../../src/simulator/state/accounts.js";
import { accounts, PASSWORD } from "../../../src/simulator/state/documented-accounts.js";
import { Organization } from "../../../src/simulator/state/organization.js";

const organization = new Organization();

it.each(accounts.map(({ email }) => email))("finds the documented account %s", (email) => {
  expect(findAccount(organization, email, PASSWORD)).toMatchObject({ email });
  expect(findAccount(organization, email.toUpperCase(), PASSWORD)).toMatchObject({ email });
  expect(findAccount(organization, email, "wrong")).toBeUndefined();
});

it.each([
  ["nobody@example.com", PASSWORD],
  ["otto@example.com", ""],
  ["", ""],
])("finds no account for %j with the password %j", (email, password) => {
  expect(findAccount(organization, email, password)).toBeUndefined();
});
