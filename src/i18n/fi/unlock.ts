export const unlock = {
  title: "Avaa Katve",
  looking: "Etsitään tämän laitteen tietoja",
  text: "Tiedot ovat tällä laitteella lukittuina.",
  unsentText: "Lähettämättömät muutokset ovat tallessa ja lähtevät, kun avaat ja yhteys on.",
  revokedText: "Tämä laite on poistettu käytöstä, ja tiedot on poistettu siltä.",
  revokedUnsentText:
    "Lähettämättömät muutoksesi ovat yhä tallessa, mutta ne eivät lähde tältä laitteelta. Avaa Katve ja tee niistä varmuuskopio.",
  passphrase: "Tunnuslause",
  show: "Näytä tunnuslause",
  hide: "Piilota tunnuslause",
  open: "Avaa",
  opening: "Avataan",
  required: "Kirjoita tunnuslause.",
  wait: (time: string) => `Liian monta väärää yritystä. Voit yrittää uudelleen ${time} kuluttua.`,
  canTry: "Voit yrittää nyt uudelleen.",
};
