import type { registration as finnish } from "../fi/registration.ts";

export const registration: typeof finnish = {
  open: "Register the device again",
  title: "Register the device again",
  checking: "Checking whether the server knows this device.",
  text: "The server does not know this device. What you did on this device is safe here. Once it is registered, Katve sends by itself whatever of that the server lacks.",
  codeText: "Ask the coordinator for a joining code that is made with your member id.",
  memberId: "Your member id",
  memberIdText: "Give the id to the coordinator. It is no secret.",
  register: "Register",
  registering: "Registering",
  needsNetwork: "Registering needs a connection for a moment. The code is still here; try again.",
  done: "The device is registered. Katve now sends what the server lacks.",
};
