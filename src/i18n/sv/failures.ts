import type { FailureCode } from "#domain/failure.ts";

const update = "Uppdatera programmet: stäng alla Katves flikar och öppna det på nytt.";
const kept = "Allt finns kvar på den här enheten.";

export const failures: Record<FailureCode, string> = {
  "body.not_json": `Servern förstod inte sändningen. ${kept} Berätta för den som sköter servern.`,
  "body.too_large": `Sändningen var för stor. ${kept} Den skickas i mindre delar.`,
  "body.not_understood": `Servern förstod inte sändningen. ${kept} ${update}`,
  "protocol.unknown": `Programmet och servern har olika version. ${kept} ${update}`,
  "protocol.too_old": `Den här versionen är för gammal för servern. ${kept} ${update}`,
  "origin.foreign": `Begäran kom från fel adress. ${kept} Öppna Katve från dess egen adress.`,
  "session.missing": `Sessionen har gått ut. ${kept} Katve loggar själv in på nytt.`,
  "assertion.invalid": `Servern kände inte igen enheten. ${kept} Kontrollera enhetens klocka och försök på nytt.`,
  "device.unknown":
    "Servern känner inte till den här enheten. Det du har gjort på enheten finns kvar här. Be koordinatorn om en anslutningskod och registrera enheten på nytt.",
  "device.revoked":
    "Den här enheten är spärrad, och uppgifterna har tagits bort från den. Ändringar som inte skickats finns kvar på enheten. Kontakta koordinatorn.",
  "code.unknown": "Koden är okänd. Kontrollera tecknen eller be om en ny kod.",
  "code.used": "Koden är redan använd. Be koordinatorn om en ny kod.",
  "code.expired": "Koden har gått ut. Be koordinatorn om en ny kod.",
  "code.other_member":
    "Koden är gjord för någon annan och har inte använts. Be koordinatorn om en kod med din egen medlemsbeteckning.",
  "record.unknown": `Servern känner inte till den här uppgiften, eller så är den inte din. ${kept}`,
  "feed.unknown": "Det här kalenderflödet finns inte längre. Listan har hämtats på nytt.",
  "feed.too_many":
    "Det finns redan så många kalenderflöden som det kan finnas. Ta först bort något av dem.",
  "calendar.address_invalid":
    "Adressen duger inte. Den ska börja med https:// och får inte innehålla en port eller ett lösenord.",
  "calendar.address_refused":
    "Adressen leder till ett slutet nät, som servern inte hämtar något från. Använd kalenderns offentliga adress.",
  "calendar.unreachable": "Kalenderns server kunde inte nås.",
  "calendar.refused": "Kalenderns server gav ingen kalender. Kontrollera om adressen ännu gäller.",
  "calendar.redirects":
    "Adressen hänvisar bara vidare. Hämta kalenderns nya adress i dess inställningar.",
  "calendar.too_large":
    "Kalendern är för stor för att läsas. Dela en mindre del av den eller en kortare tid.",
  "calendar.too_slow": "Kalenderns server svarade inte i tid. Försök igen senare.",
  "calendar.not_calendar":
    "Det här är ingen kalender. Välj en .ics-fil eller kalenderns iCal-adress.",
  "calendar.unknown": "Servern känner inte längre till adressen. Lägg till kalendern på nytt.",
  "calendar.too_many":
    "Det finns redan så många kalendrar som det kan finnas. Ta först bort någon av dem.",
  "requests.too_many": `För många försök på kort tid. ${kept} Vänta en stund och försök på nytt.`,
  "route.unknown": `Servern hittade inte det som söktes. ${kept} ${update}`,
  "endpoint.defect": `Det är fel på servern. ${kept} Katve försöker själv på nytt.`,

  "edit.record_unknown":
    "Servern känner inte till uppgiften du ändrade. Innehållet finns kvar här.",
  "edit.record_exists": "Samma uppgift har redan lagts till. Innehållet finns kvar här.",
  "edit.erased":
    "Uppgifterna om den här personen har raderats för gott, och inget skrivs längre om hen. Du kan välja en annan kund.",
  "edit.too_old":
    "Ändringen kan vara över ett halvt år gammal, och servern vet inte längre om den redan har den. Innehållet finns kvar här. Se efter om det saknas, och försök igen bara då.",
  "edit.record_deleted": "Någon hann ta bort uppgiften du ändrade. Innehållet finns kvar här.",
  "edit.record_changed":
    "Någon ändrade uppgiften under tiden, så den togs inte bort. Se vad som står där nu och ta sedan bort den.",
  "edit.not_allowed":
    "Du har inte rätt till den här ändringen. Innehållet finns kvar; fråga koordinatorn.",
  "edit.value_invalid": "Servern kunde inte ta emot värdet. Innehållet finns kvar här.",
  "edit.personal_code":
    "Texten innehåller en personbeteckning och den får inte sparas. Ta bort den; resten finns kvar.",
  "field.required": "Fyll i den här punkten.",
  "field.too_long": "Texten är för lång. Korta den lite.",
  "field.personal_code":
    "Texten innehåller en personbeteckning. Ta bort den: Katve sparar inga personbeteckningar.",
  "field.value_invalid": "Det här värdet duger inte. Kontrollera det.",
  "phone.invalid": "Numret ser inte ut som ett telefonnummer. Skriv det i formen 040 123 4567.",
  "client.gone":
    "Kunden finns inte längre på enheten. Välj en annan, eller skriv namnet på nytt: då blir det en ny kund.",
  "date.invalid": "Det finns ingen sådan dag. Skriv dagen i formen 26.11.2026.",
  "time.invalid": "Skriv klockslaget i formen 13.30.",
  "slot.end_before_start": "Tiden slutar innan den börjar. Rätta sluttiden.",
  "slot.too_short": "Tiden måste vara minst fem minuter.",
  "slot.none_free": "Det finns ingen ledig tid då. Välj en annan tid eller en kortare längd.",
  "hours.overlap":
    "Det här passet börjar innan det föregående slutar. Rätta det ena eller det andra.",
  "passphrase.too_short": "Lösenfrasen ska ha minst 12 tecken eller fyra ord.",

  "passphrase.wrong": "Lösenfrasen stämmer inte. Uppgifterna finns kvar; försök på nytt.",
  "passphrase.wait": "För många felaktiga försök. Uppgifterna finns kvar; vänta en stund.",
  "vault.missing": "Den här enheten är inte i bruk ännu. Du behöver en anslutningskod.",
  "vault.damaged":
    "Enhetens uppgifter kunde inte läsas. Töm inte webbläsaren utan kontakta den som sköter servern.",
  "storage.full": "Enhetens minne är fullt. Frigör utrymme och spara på nytt.",
  "storage.lost":
    "Enhetens minne kunde inte nås. Försök på nytt; om det inte hjälper, öppna Katve igen.",
  "storage.newer": `Uppgifterna är sparade med en nyare version. Inget har gått förlorat. ${update}`,
  "storage.blocked": "En annan flik hindrar lagringen. Stäng Katves andra flikar.",
  "record.gone": "Uppgiften finns inte längre på enheten, så ändringen kunde inte sparas.",
  "backup.unknown":
    "Den här filen är ingen säkerhetskopia från Katve. Inget hämtades in; välj en annan.",
  "backup.damaged":
    "Filen är ofullständig eller ändrad och inget hämtades ur den. Ta den på nytt där den sparades.",
  "backup.newer": `Säkerhetskopian är gjord med en nyare version. Inget hämtades in. ${update}`,
  "backup.passphrase_wrong":
    "Filen öppnas inte med den här lösenfrasen. Skriv den som gavs när filen gjordes.",
  "backup.other_member":
    "Säkerhetskopian är en annan persons. Inget hämtades in: den hör hemma på hens egen enhet.",
  "calendar.too_complex":
    "Kalendern har upprepningar som inte kan räknas igenom. Ingenting ändrades.",

  "network.offline": `Det finns ingen förbindelse. ${kept} Katve fortsätter själv när den är tillbaka.`,
  "network.silent": `Servern svarade inte. ${kept} Katve försöker själv på nytt.`,
  "network.cut": `Förbindelsen bröts. ${kept} Katve försöker själv på nytt.`,
  "network.not_katve": `Svaret kom inte från Katve. ${kept} Nätverket kräver kanske inloggning i webbläsaren.`,
};
