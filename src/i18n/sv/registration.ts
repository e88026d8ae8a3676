import type { registration as finnish } from "../fi/registration.ts";

export const registration: typeof finnish = {
  open: "Registrera enheten på nytt",
  title: "Registrera enheten på nytt",
  checking: "Kontrollerar om servern känner till den här enheten.",
  text: "Servern känner inte till den här enheten. Det du har gjort på enheten finns kvar här. När enheten har registrerats skickar Katve själv det av detta som servern saknar.",
  codeText: "Be koordinatorn om en anslutningskod som är gjord med din medlemsbeteckning.",
  memberId: "Din medlemsbeteckning",
  memberIdText: "Ge beteckningen till koordinatorn. Den är inte hemlig.",
  register: "Registrera",
  registering: "Registreras",
  needsNetwork:
    "För registreringen behövs förbindelse en stund. Koden finns kvar här; försök på nytt.",
  done: "Enheten är registrerad. Katve skickar nu det som servern saknar.",
};
