import type { FailureCode } from "#domain/failure.ts";

const update = "Päivitä ohjelma: sulje kaikki Katveen välilehdet ja avaa se uudelleen.";
const kept = "Kaikki on tallessa tällä laitteella.";

/** One sentence for every expected failure: what happened, that nothing was lost, what to do. */
export const failures: Record<FailureCode, string> = {
  "body.not_json": `Palvelin ei ymmärtänyt lähetystä. ${kept} Kerro tästä ylläpidolle.`,
  "body.too_large": `Lähetys oli liian suuri. ${kept} Se lähetetään pienempinä osina.`,
  "body.not_understood": `Palvelin ei ymmärtänyt lähetystä. ${kept} ${update}`,
  "protocol.unknown": `Ohjelma ja palvelin ovat eri versiota. ${kept} ${update}`,
  "protocol.too_old": `Tämä versio on liian vanha palvelimelle. ${kept} ${update}`,
  "origin.foreign": `Pyyntö tuli väärästä osoitteesta. ${kept} Avaa Katve sen omasta osoitteesta.`,
  "session.missing": `Istunto on päättynyt. ${kept} Katve kirjautuu itse uudelleen.`,
  "assertion.invalid": `Palvelin ei tunnistanut laitetta. ${kept} Tarkista laitteen kello ja yritä uudelleen.`,
  "device.unknown":
    "Palvelin ei tunne tätä laitetta. Se, mitä olet tehnyt tällä laitteella, on tallessa tässä. Pyydä koordinaattorilta liittymiskoodi ja rekisteröi laite uudelleen.",
  "device.revoked":
    "Tämä laite on poistettu käytöstä, ja tiedot on poistettu siltä. Lähettämättömät muutokset ovat tallessa tällä laitteella. Ota yhteys koordinaattoriin.",
  "code.unknown": "Koodia ei tunneta. Tarkista merkit tai pyydä uusi koodi.",
  "code.used": "Koodi on jo käytetty. Pyydä uusi koodi koordinaattorilta.",
  "code.expired": "Koodi on vanhentunut. Pyydä uusi koodi koordinaattorilta.",
  "code.other_member":
    "Koodi on tehty jollekulle muulle, eikä sitä käytetty. Pyydä koordinaattorilta koodi omalla jäsentunnuksellasi.",
  "record.unknown": `Palvelin ei tunne tätä tietoa, tai se ei kuulu sinulle. ${kept}`,
  "feed.unknown": "Tätä kalenterisyötettä ei enää ole. Lista on haettu uudelleen.",
  "feed.too_many": "Kalenterisyötteitä on jo niin monta kuin voi olla. Poista ensin jokin niistä.",
  "calendar.address_invalid":
    "Osoite ei kelpaa. Sen pitää alkaa https:// eikä siinä saa olla porttia eikä salasanaa.",
  "calendar.address_refused":
    "Osoite johtaa suljettuun verkkoon, josta palvelin ei hae mitään. Käytä kalenterin julkista osoitetta.",
  "calendar.unreachable": "Kalenterin palvelimeen ei saatu yhteyttä.",
  "calendar.refused":
    "Kalenterin palvelin ei antanut kalenteria. Tarkista, onko osoite vielä voimassa.",
  "calendar.redirects":
    "Osoite ohjaa aina vain eteenpäin. Hae kalenterin uusi osoite sen asetuksista.",
  "calendar.too_large":
    "Kalenteri on liian suuri luettavaksi. Jaa siitä pienempi osa tai lyhyempi aika.",
  "calendar.too_slow": "Kalenterin palvelin ei vastannut ajoissa. Yritä myöhemmin uudelleen.",
  "calendar.not_calendar":
    "Tämä ei ole kalenteri. Valitse .ics-tiedosto tai kalenterin iCal-osoite.",
  "calendar.unknown": "Palvelin ei enää tunne tätä osoitetta. Lisää kalenteri uudelleen.",
  "calendar.too_many": "Kalentereita on jo niin monta kuin voi olla. Poista ensin jokin niistä.",
  "requests.too_many": `Yrityksiä on ollut liikaa lyhyessä ajassa. ${kept} Odota hetki ja yritä uudelleen.`,
  "route.unknown": `Palvelimelta ei löytynyt pyydettyä. ${kept} ${update}`,
  "endpoint.defect": `Palvelimella on vika. ${kept} Katve yrittää itse uudelleen.`,

  "edit.record_unknown": "Palvelin ei tunne tietoa, jota muutit. Sisältö on tallessa tässä.",
  "edit.record_exists": "Sama tieto on jo lisätty. Sisältö on tallessa tässä.",
  "edit.erased":
    "Tämän henkilön tiedot on poistettu pysyvästi, eikä hänestä enää kirjata mitään. Voit valita toisen asiakkaan.",
  "edit.too_old":
    "Muutos voi olla yli puolen vuoden takaa, eikä palvelin enää tiedä, saiko se sen jo. Sisältö on tallessa tässä. Katso, puuttuuko se, ja yritä vain silloin uudelleen.",
  "edit.record_deleted": "Joku ehti poistaa tiedon, jota muutit. Sisältö on tallessa tässä.",
  "edit.record_changed":
    "Joku muutti tietoa sillä välin, joten sitä ei poistettu. Katso, mitä siinä nyt on, ja poista sitten.",
  "edit.not_allowed":
    "Sinulla ei ole oikeutta tähän muutokseen. Sisältö on tallessa; kysy koordinaattorilta.",
  "edit.value_invalid": "Palvelin ei voinut ottaa arvoa vastaan. Sisältö on tallessa tässä.",
  "edit.personal_code":
    "Tekstissä on henkilötunnus, eikä sitä saa tallentaa. Poista tunnus; muu sisältö on tallessa.",
  "field.required": "Täytä tämä kohta.",
  "field.too_long": "Teksti on liian pitkä. Lyhennä sitä hieman.",
  "field.personal_code":
    "Tekstissä on henkilötunnus. Poista se: Katveeseen ei tallenneta tunnuksia.",
  "field.value_invalid": "Tämä arvo ei kelpaa. Tarkista se.",
  "phone.invalid": "Numero ei näytä puhelinnumerolta. Kirjoita se muodossa 040 123 4567.",
  "client.gone":
    "Asiakasta ei enää ole tällä laitteella. Valitse toinen, tai kirjoita nimi uudelleen: silloin hänestä tulee uusi asiakas.",
  "date.invalid": "Sellaista päivää ei ole. Kirjoita päivä muodossa 26.11.2026.",
  "time.invalid": "Kirjoita kellonaika muodossa 13.30.",
  "slot.end_before_start": "Aika päättyy ennen kuin se alkaa. Korjaa päättymisaika.",
  "slot.too_short": "Ajan pitää kestää vähintään viisi minuuttia.",
  "slot.none_free":
    "Tuona aikana ei ole yhtään vapaata aikaa. Valitse toinen aika tai lyhyempi kesto.",
  "hours.overlap": "Tämä jakso alkaa ennen kuin edellinen päättyy. Korjaa jompikumpi.",
  "passphrase.too_short": "Tunnuslauseessa pitää olla vähintään 12 merkkiä tai neljä sanaa.",

  "passphrase.wrong": "Tunnuslause ei täsmää. Tiedot ovat tallessa; yritä uudelleen.",
  "passphrase.wait": "Liian monta väärää yritystä. Tiedot ovat tallessa; odota hetki.",
  "vault.missing": "Tätä laitetta ei ole vielä otettu käyttöön. Tarvitset liittymiskoodin.",
  "vault.damaged":
    "Laitteen tietoja ei saatu luettua. Älä tyhjennä selainta, vaan ota yhteys ylläpitoon.",
  "storage.full": "Laitteen muisti on täynnä. Vapauta tilaa ja tallenna uudelleen.",
  "storage.lost":
    "Laitteen muistiin ei päästy. Yritä uudelleen; jos ei auta, avaa Katve uudelleen.",
  "storage.newer": `Tiedot on tallennettu uudemmalla versiolla. Mitään ei ole kadonnut. ${update}`,
  "storage.blocked": "Toinen välilehti estää tallennuksen. Sulje Katveen muut välilehdet.",
  "record.gone": "Tietoa ei enää ole tällä laitteella, joten muutosta ei voitu tallentaa.",
  "backup.unknown": "Tämä tiedosto ei ole Katveen varmuuskopio. Mitään ei tuotu; valitse toinen.",
  "backup.damaged":
    "Tiedosto on vajaa tai muuttunut, eikä siitä tuotu mitään. Hae se uudelleen sieltä, minne se talletettiin.",
  "backup.newer": `Varmuuskopio on tehty uudemmalla versiolla. Mitään ei tuotu. ${update}`,
  "backup.passphrase_wrong":
    "Tiedosto ei aukea tällä tunnuslauseella. Kirjoita se, joka annettiin tiedostoa tehtäessä.",
  "backup.other_member":
    "Varmuuskopio on toisen henkilön. Mitään ei tuotu: sen saa tuoda vain hänen omalle laitteelleen.",
  "calendar.too_complex": "Kalenterissa on toistoja, joita ei voi laskea läpi. Mitään ei muutettu.",

  "network.offline": `Yhteyttä ei ole. ${kept} Katve jatkaa itse, kun yhteys palaa.`,
  "network.silent": `Palvelin ei vastannut. ${kept} Katve yrittää itse uudelleen.`,
  "network.cut": `Yhteys katkesi kesken. ${kept} Katve yrittää itse uudelleen.`,
  "network.not_katve": `Vastaus ei tullut Katveelta. ${kept} Ehkä verkko vaatii kirjautumisen selaimessa.`,
};
